package io.github.zsl4j.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedEncoderTest {

    /** 32 bytes of digest, two floats, the checksum. */
    private static final int RECORD = 32 + 8 + 4;

    @TempDir
    Path folder;

    private final CountingEncoder encoder = new CountingEncoder("numbers");

    private Path write(String name, int number) throws IOException {
        return Files.writeString(folder.resolve(name), "" + number);
    }

    private Path cache() {
        return folder.resolve("features.cache");
    }

    private float[] encode(Path... pictures) {
        try (CachedEncoder cached = CachedEncoder.open(encoder, cache())) {
            return cached.encodeAll(List.of(pictures)).toArray();
        }
    }

    @Test
    void encodesEachPictureOnce() throws IOException {
        Path one = write("one", 1);
        Path two = write("two", 2);
        assertThat(encode(one, two, one)).containsExactly(1, 1, 2, 1, 1, 1);
        assertThat(encoder.encoded).isEqualTo(2);
        assertThat(encode(two, one)).containsExactly(2, 1, 1, 1);
        assertThat(encoder.encoded).isEqualTo(2);
    }

    @Test
    void encodesAChangedPictureAgainAndAMovedOneNot() throws IOException {
        Path one = write("one", 1);
        encode(one);
        assertThat(encode(write("moved", 1))).containsExactly(1, 1);
        assertThat(encoder.encoded).isEqualTo(1);
        write("one", 7);
        assertThat(encode(one)).containsExactly(7, 1);
        assertThat(encoder.encoded).isEqualTo(2);
    }

    @Test
    void keepsWhatIsGoodOfAFileThatEndsAnywhere() throws IOException {
        Path[] pictures = new Path[5];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = write("p" + i, i);
        }
        float[] expected = encode(pictures);
        byte[] whole = Files.readAllBytes(cache());
        int start = whole.length - 5 * RECORD;
        Random random = new Random(1);
        for (int round = 0; round < 30; round++) {
            int length = start + random.nextInt(5 * RECORD);
            Files.write(cache(), Arrays.copyOf(whole, length));
            encoder.encoded = 0;
            assertThat(encode(pictures)).containsExactly(expected);
            assertThat(encoder.encoded).isEqualTo(5 - (length - start) / RECORD);
            assertThat(Files.readAllBytes(cache())).isEqualTo(whole);
        }
    }

    @Test
    void neverGivesADamagedVector() throws IOException {
        Path one = write("one", 1);
        Path two = write("two", 2);
        encode(one, two);
        byte[] bytes = Files.readAllBytes(cache());
        bytes[bytes.length - RECORD - 6] ^= 1; // a float of the first
        Files.write(cache(), bytes);
        assertThat(encode(one, two)).containsExactly(1, 1, 2, 1);
        assertThat(encoder.encoded).isEqualTo(4);
    }

    @Test
    void keepsWhatWasEncodedBeforeABrokenPicture() throws IOException {
        Path one = write("one", 1);
        Path broken = Files.writeString(folder.resolve("broken"), "x");
        encode(one);
        assertThatThrownBy(() -> encode(one, broken))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("broken");
        assertThat(encode(one)).containsExactly(1, 1);
        assertThat(encoder.encoded).isEqualTo(1);
    }

    @Test
    void refusesACacheOfAnotherEncoder() throws IOException {
        encode(write("one", 1));
        assertThatThrownBy(() -> CachedEncoder.open(new CountingEncoder("others"), cache()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another encoder")
                .hasMessageContaining("others");
    }

    @Test
    void refusesAFileThatIsNoCache() throws IOException {
        Files.writeString(cache(), "something else that a person wrote");
        assertThatThrownBy(() -> CachedEncoder.open(encoder, cache())).hasMessageContaining("no cache");
        assertThat(cache()).hasContent("something else that a person wrote");
    }

    @Test
    void refusesACacheThatIsInUse() {
        try (CachedEncoder first = CachedEncoder.open(encoder, cache())) {
            assertThat(first.size()).isZero();
            assertThatThrownBy(() -> CachedEncoder.open(encoder, cache())).hasMessageContaining("in use");
        }
    }

    @Test
    void namesAFileThatIsMissing() {
        assertThatThrownBy(() -> encode(folder.resolve("nothing.jpg")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nothing.jpg");
    }
}
