package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a GIF's blocks, and how its data are cut into blocks, changes no pixel. */
class GifPictureTest {

    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final byte[] gif = TestImages.resource("gif_l.gif");
    private final int frame = frame();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void readsDataInBlocksOfAnySize(int size) {
        assertThat(TestImages.decode(inBlocksOf(size))).isEqualTo(TestImages.decode(gif));
    }

    @Test
    void tellsABlockThatIsMissing() {
        byte[] blocks = inBlocksOf(100);
        int data = frame + 11;
        byte[] without = Arrays.copyOf(blocks, blocks.length - 101);
        System.arraycopy(blocks, data + 101, without, data, without.length - data);

        assertThatThrownBy(() -> assertThat(TestImages.decode(without)).isEqualTo(TestImages.decode(gif)))
                .isInstanceOfAny(AssertionError.class, ImageException.class);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, (byte) 0xff})
    void passesOverBytesBetweenBlocks(byte stray) {
        byte[] file = insert(frame, stray, stray);

        assertThat(TestImages.decode(file)).isEqualTo(TestImages.decode(gif));
    }

    @Test
    void refusesAGifThatEndsBeforeItsFirstImage() {
        assertThatThrownBy(() -> TestImages.decode(insert(frame, (byte) TRAILER)))
                .hasMessageContaining("the GIF has no image");
        assertThatThrownBy(() -> TestImages.decode(Arrays.copyOf(gif, frame)))
                .hasMessageContaining("ends within its header");
    }

    /** Behind the header and the palette; this picture has no extensions. */
    private int frame() {
        int at = 13 + 3 * (2 << (gif[10] & 7));
        assertThat(gif[at]).isEqualTo((byte) IMAGE);
        return at;
    }

    private byte[] insert(int at, byte... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(gif, 0, at);
        out.writeBytes(bytes);
        out.write(gif, at, gif.length - at);
        return out.toByteArray();
    }

    private byte[] inBlocksOf(int size) {
        int at = frame + 11;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (gif[at] != 0) {
            data.write(gif, at + 1, gif[at] & 0xff);
            at += 1 + (gif[at] & 0xff);
        }
        byte[] all = data.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(gif, 0, frame + 11);
        for (int from = 0; from < all.length; from += size) {
            int length = Math.min(size, all.length - from);
            out.write(length);
            out.write(all, from, length);
        }
        out.write(gif, at, gif.length - at);
        return out.toByteArray();
    }
}
