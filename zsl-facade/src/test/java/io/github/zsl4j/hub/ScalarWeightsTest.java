package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarWeightsTest extends HubTest {

    private static final String FILE = "model.safetensors";
    private static final int OTHER_WEIGHTS = 400_000;

    /** Entries first, then a large tensor, then the scalars' bytes. */
    private static byte[] safetensors(String entries, byte[] scalars) {
        String header = "{" + entries + "\"big\":{\"dtype\":\"F32\",\"shape\":[100000],\"data_offsets\":[0,"
                + OTHER_WEIGHTS + "]}}";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .array());
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[OTHER_WEIGHTS]);
        file.writeBytes(scalars);
        return file.toByteArray();
    }

    private static String entry(String name, String type, int from, int to) {
        return "\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":[],\"data_offsets\":[" + (OTHER_WEIGHTS + from)
                + "," + (OTHER_WEIGHTS + to) + "]},";
    }

    private static byte[] siglip() {
        byte[] scalars = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(4.7f)
                .putFloat(-12.9f)
                .array();
        return safetensors(entry("logit_scale", "F32", 0, 4) + entry("logit_bias", "F32", 4, 8), scalars);
    }

    private Optional<Path> find(Path snapshot) {
        return ScalarWeights.find(machine.ownFolder(), snapshot);
    }

    private Map<String, Tensor> read(Path snapshot) throws IOException {
        try (InputStream in = Files.newInputStream(find(snapshot).orElseThrow())) {
            return Safetensors.read(FILE, in);
        }
    }

    @Test
    void readsTwoNumbersOutOfALargeFile() throws IOException {
        hub.large(FILE, siglip());
        Path snapshot = pull();
        Map<String, Tensor> scalars = read(snapshot);
        assertThat(scalars.get("logit_scale").floats()).containsExactly(4.7f);
        assertThat(scalars.get("logit_bias").floats()).containsExactly(-12.9f);
        assertThat(scalars).hasSize(2);
        assertThat(snapshot.resolve(FILE)).doesNotExist();
        assertThat(hub.downloads(FILE)).hasSizeLessThanOrEqualTo(4).allSatisfy(r -> {
            String[] bounds = r.header("Range").substring(6).split("-");
            assertThat(Integer.parseInt(bounds[1]) - Integer.parseInt(bounds[0]))
                    .isLessThan(1000);
        });
    }

    @Test
    void readsThemWhenTheServerIgnoresRanges() throws IOException {
        hub.large(FILE, siglip()).ignoreRanges();
        assertThat(read(pull()).get("logit_bias").floats()).containsExactly(-12.9f);
    }

    @Test
    void widensBfloat16AndKeepsFloat16() throws IOException {
        byte[] scalars = {(byte) 0x96, 0x40, 0x00, (byte) 0xc9}; // 4.6875 as BF16, -10.0 as F16
        hub.large(FILE, safetensors(entry("logit_scale", "BF16", 0, 2) + entry("logit_bias", "F16", 2, 4), scalars));
        Map<String, Tensor> read = read(pull());
        assertThat(read.get("logit_scale").floats()).containsExactly(4.6875f);
        assertThat(read.get("logit_bias").floats()).containsExactly(-10f);
    }

    @Test
    void takesOpenClipsNameToo() throws IOException {
        hub.large("open_clip_model.safetensors", siglip());
        assertThat(read(pull()).get("logit_scale").floats()).containsExactly(4.7f);
    }

    @Test
    void asksOnceAlsoWhereThereAreNone() throws IOException {
        hub.large(FILE, safetensors("", new byte[0]));
        assertThat(read(pull())).isEmpty();
        int before = hub.requests().size();
        pull();
        assertThat(hub.requests()).hasSize(before + 1);
    }

    @Test
    void readsThemOfAFolderInARepository() throws IOException {
        hub.small("tiny/config.json", "{}").large("tiny/model.onnx", 1000).large("tiny/" + FILE, siglip());
        Path model = client().pull(
                        ModelReference.parse("owner/model/tiny"), FileSelection.defaults(), DownloadListener.NONE);
        assertThat(read(model)).containsKey("logit_scale");
        assertThat(find(model.getParent())).isEmpty();
    }

    @Test
    void usesTheWholeFileWherePythonHasFetchedIt() throws IOException {
        hub.large(FILE, siglip());
        Path whole = repository().resolve("snapshots/" + FakeHub.COMMIT + "/" + FILE);
        Files.createDirectories(whole.getParent());
        Files.write(whole, hub.content(FILE));
        assertThat(find(pull())).isEmpty();
        assertThat(hub.downloads(FILE)).isEmpty();
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() throws IOException {
        hub.large(FILE, siglip());
        for (int i = 0; i < 3; i++) {
            hub.fault("GET", FakeHub.sha256(hub.content(FILE)), FakeHub.dropAfter(3));
        }
        assertThat(read(pull())).hasSize(2);
        assertThat(machine.pauses).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000{}",
                "\u0002\u0000\u0000\u0000\u0000\u0000\u0000\u0000[]",
                "\u0002\u0000\u0000\u0000\u0000\u0000\u0000\u0070{}",
                "\u0040\u0000\u0000\u0000\u0000\u0000\u0000\u0000{}"
            })
    void saysThatAFileIsNone(String content) {
        hub.large(FILE, content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure()).contains("owner/model: " + FILE, "not a valid safetensors file");
    }

    @Test
    void refusesScalarsThatAreNoNumbers() {
        for (String wrong : new String[] {
            entry("logit_scale", "F32", 0, 400),
            entry("logit_scale", "I64", 0, 8),
            entry("logit_scale", "F32", -OTHER_WEIGHTS - 9, -OTHER_WEIGHTS - 5),
            "\"logit_scale\":5,",
            "\"logit_scale\":{},"
        }) {
            hub.large(FILE, safetensors(wrong, new byte[400]));
            assertThat(failure()).contains(FILE, "not a valid safetensors file");
        }
    }

    @Test
    void findsNothingForOtherFolders() {
        assertThat(find(folder)).isEmpty();
        assertThat(find(Path.of("/"))).isEmpty();
        assertThat(find(Path.of("models--a--b/snapshots/c"))).isEmpty();
        assertThat(ModelHub.scalarWeights(folder)).isEmpty();
    }

    @Test
    void saysThatTheyCannotBeKept() throws IOException {
        hub.large(FILE, siglip());
        Files.createFile(machine.ownFolder());
        assertThat(failure()).contains(machine.ownFolder().toString(), "zsl4j.cache");
    }
}
