package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriteTest {

    /**
     * What Python's safetensors 0.8.0 writes for {'b': bfloat16 [1.5, -2], 'i': int64 [3, -4], 'f': float32 [[0.25]]} with
     * the metadata {'k': 'v'}: {@code base64.b64encode(safetensors.torch.save(tensors, {'k': 'v'}))}.
     */
    private static final String PYTHON =
            "yAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJrIjoidiJ9LCJpIjp7ImR0eXBlIjoiSTY0Iiwic2hhcGUi"
                    + "OlsyXSwiZGF0YV9vZmZzZXRzIjpbMCwxNl19LCJmIjp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsxLDFd"
                    + "LCJkYXRhX29mZnNldHMiOlsxNiwyMF19LCJiIjp7ImR0eXBlIjoiQkYxNiIsInNoYXBlIjpbMl0sImRh"
                    + "dGFfb2Zmc2V0cyI6WzIwLDI0XX19ICAgICAgIAMAAAAAAAAA/P////////8AAIA+wD8AwA==";

    private static final String READ_BY_PYTHON =
            "kAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJrIjoidiJ9LCJhXCLDqSI6eyJkdHlwZSI6IkYzMiIsInNoYXBlIjpbMSwyXSwi"
                    + "ZGF0YV9vZmZzZXRzIjpbMCw4XX0sImIiOnsiZHR5cGUiOiJJNjQiLCJzaGFwZSI6WzJdLCJkYXRhX29mZnNldHMiOls4LDI0XX19"
                    + "ICAgICAAAIA+AACAvwMAAAAAAAAA/P////////8=";

    private static final Map<String, Tensor> TENSORS = Map.of(
            "f", Tensor.of(new float[] {0.25f, Float.MIN_VALUE, -0.0f, 3e38f}, 2, 2),
            "i", Tensor.of(new long[] {Long.MIN_VALUE, 7}, 2),
            "empty", Tensor.of(new float[0], 0, 5));

    @TempDir
    Path folder;

    private static byte[] bytes(Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, tensors, metadata);
        return out.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("w.safetensors"), bytes);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Safetensors.Contents contents = Safetensors.readAll(file(bytes(TENSORS, Map.of("by", "zsl4j \u00e9\u732b"))));
        assertThat(contents.metadata()).containsExactly(Map.entry("by", "zsl4j \u00e9\u732b"));
        assertThat(contents.tensors()).containsOnlyKeys("f", "i", "empty");
        assertThat(contents.tensors().get("f").floats())
                .containsExactly(TENSORS.get("f").floats());
        assertThat(contents.tensors().get("f").shape()).containsExactly(2, 2);
        assertThat(contents.tensors().get("i").longs()).containsExactly(Long.MIN_VALUE, 7);
        assertThat(contents.tensors().get("empty").shape()).containsExactly(0, 5);
    }

    @Test
    void writesEqualContentsEqually() throws IOException {
        assertThat(bytes(TENSORS, Map.of("a", "1", "b", "2"))).isEqualTo(bytes(TENSORS, Map.of("b", "2", "a", "1")));
    }

    @Test
    void alignsTheData() throws IOException {
        for (int i = 0; i < 9; i++) {
            byte[] file = bytes(TENSORS, Map.of("pad", "x".repeat(i)));
            assertThat(file[0] % 8).isZero();
        }
    }

    @Test
    void readsWhatPythonWrote() throws IOException {
        Safetensors.Contents contents =
                Safetensors.readAll(file(Base64.getDecoder().decode(PYTHON)));
        assertThat(contents.metadata()).containsExactly(Map.entry("k", "v"));
        assertThat(contents.tensors().get("b").floats()).containsExactly(1.5f, -2);
        assertThat(contents.tensors().get("i").longs()).containsExactly(3, -4);
        assertThat(contents.tensors().get("f").shape()).containsExactly(1, 1);
    }

    @Test
    void readsOnlyWhatIsAskedFor() throws IOException {
        Path file = file(bytes(TENSORS, Map.of()));
        Map<String, Tensor> some = Safetensors.read(file, Set.of("i", "not there"));
        assertThat(some).containsOnlyKeys("i");
        assertThat(some.get("i").longs()).containsExactly(Long.MIN_VALUE, 7);
    }

    @Test
    void readsTheMetadataAlone() throws IOException {
        Map<String, String> metadata = Safetensors.metadata(file(bytes(TENSORS, Map.of("k", "v", "format", "pt"))));
        assertThat(metadata).containsOnly(Map.entry("k", "v"), Map.entry("format", "pt"));
        assertThatThrownBy(metadata::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Safetensors.metadata(file(bytes(TENSORS, Map.of())))).isEmpty();
    }

    @Test
    void writesNothing() throws IOException {
        Safetensors.Contents contents = Safetensors.readAll(file(bytes(Map.of(), Map.of())));
        assertThat(contents.tensors()).isEmpty();
        assertThat(contents.metadata()).isEmpty();
    }

    @Test
    void refusesTheNameOfTheMetadata() {
        assertThatThrownBy(() -> bytes(Map.of("__metadata__", Tensor.of(new float[1], 1)), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No tensor can be called __metadata__");
    }

    /** The bytes that Python's safetensors 0.8.0 has read, with the values and the metadata that stand here. */
    @Test
    void writesWhatPythonReads() throws IOException {
        byte[] ours = bytes(
                Map.of("b", Tensor.of(new long[] {3, -4}, 2), "a\"é", Tensor.of(new float[] {0.25f, -1}, 1, 2)),
                Map.of("k", "v"));
        assertThat(Base64.getEncoder().encodeToString(ours)).isEqualTo(READ_BY_PYTHON);
    }

    /** A tensor of 3 GB stands between two small ones; a sparse file, so that only reading it would take long. */
    @Test
    void readsSmallTensorsOfALargeFile() throws IOException {
        Path file = folder.resolve("large.safetensors");
        long large = 3L << 30;
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"large\":{\"dtype\":\"F32\","
                + "\"shape\":[" + large / 4 + "],\"data_offsets\":[4," + (4 + large) + "]},\"z\":{\"dtype\":\"I64\","
                + "\"shape\":[1],\"data_offsets\":[" + (4 + large) + "," + (12 + large) + "]},"
                + "\"__metadata__\":{\"k\":\"v\"}}";
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.writeLong(Long.reverseBytes(header.length()));
            out.writeBytes(header);
            out.writeInt(Integer.reverseBytes(Float.floatToIntBits(1.5f)));
            out.seek(out.getFilePointer() + large);
            out.writeLong(Long.reverseBytes(-7));
        }
        Map<String, Tensor> small = Safetensors.read(file, Set.of("a", "z"));
        assertThat(small.get("a").floats()).containsExactly(1.5f);
        assertThat(small.get("z").longs()).containsExactly(-7);
        assertThat(Safetensors.metadata(file)).containsExactly(Map.entry("k", "v"));
        assertThatThrownBy(() -> Safetensors.read(file, Set.of("large")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'large' has 3221225472 bytes; at most 2 GiB of one tensor are read");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> Safetensors.readAll(missing))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(missing.toString(), "cannot be read");
        assertThatThrownBy(() -> Safetensors.read(missing, Set.of("w")))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(missing.toString(), "cannot be read");
    }

    @Test
    void refusesEveryTruncatedFile() throws IOException {
        byte[] whole = bytes(TENSORS, Map.of("k", "v"));
        for (int length = 0; length < whole.length; length++) {
            Path file = file(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.readAll(file)).isInstanceOf(ModelException.class);
            assertThatThrownBy(() -> Safetensors.read(file, Set.of("f"))).isInstanceOf(ModelException.class);
            assertThatThrownBy(() -> Safetensors.metadata(file)).isInstanceOf(ModelException.class);
        }
    }

    /** Whatever byte is spoiled: contents or a ModelException, and the same from both ways of reading. */
    @Test
    void readsOrRefusesEverySpoiledFile() throws IOException {
        byte[] whole = bytes(TENSORS, Map.of("k", "v"));
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] spoiled = whole.clone();
            spoiled[i] ^= 0x15;
            Path file = file(spoiled);
            try {
                Set<String> names = Safetensors.readAll(file).tensors().keySet();
                assertThat(Safetensors.read(file, names)).containsOnlyKeys(names);
            } catch (ModelException e) {
                assertThat(e.getMessage()).startsWith(file.toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 4);
    }

    @Property(tries = 100)
    void keepsEveryBit(@ForAll @Size(max = 20) float[] floats, @ForAll @Size(max = 20) long[] longs)
            throws IOException {
        byte[] file =
                bytes(Map.of("x", Tensor.of(floats, floats.length), "y", Tensor.of(longs, longs.length)), Map.of());
        Map<String, Tensor> read = SafetensorsFile.read(file);
        assertThat(read.get("x").floats()).isEqualTo(floats);
        assertThat(read.get("y").longs()).isEqualTo(longs);
    }
}
