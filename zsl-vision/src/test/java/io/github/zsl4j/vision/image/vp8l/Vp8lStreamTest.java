package io.github.zsl4j.vision.image.vp8l;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Streams written bit by bit; that real ones have libwebp's pixels, WebpGoldenTest shows. */
class Vp8lStreamTest {

    /** Ends the transforms, has no colour cache and no map of codes. */
    private static final int PLAIN = 0b000;

    @Test
    void readsAPictureOfOneColour() throws IOException {
        BitWriter out = new BitWriter().write(PLAIN, 3);
        out.single(0x22).single(0x11).single(0x33).single(0xff).single(0);

        int[] argb = decode(out, 3, 2);

        assertThat(argb).hasSize(6).containsOnly(0xff112233);
    }

    @Test
    void repeatsWhatStandsBefore() throws IOException {
        BitWriter out = new BitWriter().write(PLAIN, 3);
        writeGreenCode(out, 5, 257); // literal 5, and a length of 2
        out.single(0).single(0).single(255).single(1); // distance 2 in the list: one to the left
        out.write(0b10, 2);

        assertThat(decode(out, 3, 1)).containsOnly(0xff000500);
    }

    @Test
    void refusesRepetitionsThatReachOut() {
        BitWriter before = new BitWriter().write(PLAIN, 3);
        writeGreenCode(before, 5, 257);
        before.single(0).single(0).single(255).single(1).write(0b01, 2);
        BitWriter behind = new BitWriter().write(PLAIN, 3);
        writeGreenCode(behind, 5, 257);
        behind.single(0).single(0).single(255).single(1).write(0b10, 2);

        assertThatThrownBy(() -> decode(before, 3, 1)).hasMessageContaining("reaches out");
        assertThatThrownBy(() -> decode(behind, 2, 1)).hasMessageContaining("reaches out");
    }

    /** Two greens of one bit each, by a code of lengths: zeros up to the first, one, zeros up to the second, one. */
    private static void writeGreenCode(BitWriter out, int first, int second) {
        out.write(0, 1).write(0, 4); // lengths of codes of lengths: 17, 18, 0 and 1
        out.write(2, 3).write(2, 3).write(0, 3).write(1, 3);
        out.write(0, 1); // 1 has code 0, 17 has 10 and 18 has 11
        out.write(0b01, 2).write(first - 3, 3).write(0, 1);
        int zeros = second - first - 1;
        out.write(0b11, 2)
                .write(138 - 11, 7)
                .write(0b11, 2)
                .write(zeros - 138 - 11, 7)
                .write(0, 1);
        int rest = 280 - second - 1;
        out.write(0b11, 2).write(rest - 11, 7);
    }

    @Test
    void findsColoursInTheCache() throws IOException {
        BitWriter out = new BitWriter().write(0, 1).write(1, 1).write(1, 4).write(0, 1);
        // Green is always the cache's first place, which holds nothing yet: transparent black.
        out.write(0, 1)
                .write(0, 4)
                .write(2, 3)
                .write(2, 3)
                .write(0, 3)
                .write(1, 3)
                .write(0, 1);
        out.write(0b11, 2).write(127, 7).write(0b11, 2).write(127, 7);
        out.write(0b01, 2).write(1, 3).write(0, 1).write(0, 1);
        out.single(0).single(0).single(0).single(0).write(0b0, 1);

        assertThat(decode(out, 1, 1)).containsExactly(0);
    }

    @Test
    void refusesATransformThatIsUsedTwice() {
        BitWriter out = new BitWriter().write(0b101, 3).write(0b101, 3);

        assertThatThrownBy(() -> decode(out, 1, 1)).hasMessageContaining("twice");
    }

    @Test
    void refusesAColourCacheThatIsTooLarge() {
        assertThatThrownBy(() -> decode(new BitWriter().write(0b10, 2).write(12, 4), 1, 1))
                .hasMessageContaining("12 bits");
        assertThatThrownBy(
                        () -> decode(new BitWriter().write(0b10, 2).write(0, 4).write(0, 20), 1, 1))
                .hasMessageContaining("0 bits");
    }

    @Test
    void saysThatDataEndsTooEarly() {
        BitWriter out = new BitWriter().write(PLAIN, 3);
        byte[] whole = out.single(1).single(2).single(3).single(4).single(5).bytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Vp8lStream.toArgb(cut, 0, cut.length, 4, 4))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void refusesARangeOutsideTheData() {
        assertThatThrownBy(() -> Vp8lStream.toArgb(new byte[4], 2, 5, 1, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static int[] decode(BitWriter out, int width, int height) throws IOException {
        byte[] bytes = out.bytes();
        return Vp8lStream.toArgb(bytes, 0, bytes.length, width, height);
    }
}
