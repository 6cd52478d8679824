package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebpAlphaTest {

    /** Six differences, of which the first in each row is from above or from nothing. */
    private static final int[] DIFFERENCES = {10, 20, 250, 1, 2, 3};

    @ParameterizedTest
    @CsvSource({"0, 10 20 250  1  2   3", "1, 10 30  24 11 13  16", "2, 10 30  24 11 32  27", "3, 10 30  24 11 33  30"})
    void addsWhatTheNeighboursForetold(int filter, String expected) throws IOException {
        byte[] alpha = WebpAlpha.decode(chunk(filter << 2, DIFFERENCES), 3, 2);

        assertThat(alpha).containsExactly(numbers(expected));
    }

    @Test
    void keepsWhatTheGradientForetellsInRange() throws IOException {
        int[] rising = {0, 250, 250, 0};

        byte[] alpha = WebpAlpha.decode(chunk(3 << 2, rising), 2, 2);

        // 250 + 250 - 0 is 255 at most.
        assertThat(alpha).containsExactly(numbers("0 250 250 255"));
    }

    @Test
    void acceptsLevelsThatWereReduced() throws IOException {
        assertThat(WebpAlpha.decode(chunk(1 << 4, 7, 8), 2, 1)).containsExactly(7, 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x02, 0x03, 0x20, 0x30, 0x40, 0x80})
    void refusesUnknownCodings(int header) {
        assertThatThrownBy(() -> WebpAlpha.decode(chunk(header, 1, 2), 2, 1))
                .isInstanceOf(PictureFault.class)
                .hasMessageContaining("unknown way");
    }

    @Test
    void refusesDataThatIsTooShort() {
        assertThatThrownBy(() -> WebpAlpha.decode(chunk(0, DIFFERENCES), 7, 1))
                .hasMessageContaining("after 6 of 7 pixels");
        assertThatThrownBy(() -> WebpAlpha.decode(chunk(0), 1, 1)).hasMessageContaining("no data");
        assertThatThrownBy(() -> WebpAlpha.decode(chunk(1, 0), 5, 5)).isInstanceOf(EOFException.class);
    }

    private static ByteBuffer chunk(int header, int... data) {
        ByteBuffer chunk = ByteBuffer.allocate(1 + data.length).put((byte) header);
        for (int value : data) {
            chunk.put((byte) value);
        }
        return chunk.flip();
    }

    private static byte[] numbers(String text) {
        String[] words = text.trim().split(" +");
        byte[] numbers = new byte[words.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) Integer.parseInt(words[i]);
        }
        return numbers;
    }
}
