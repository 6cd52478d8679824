package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GifLzwTest {

    /** Clear, 0, 1, 2, 3, end in codes of three bits. */
    private static final byte[] FOUR = {2, 3, 0b01_000_100, (byte) 0b1_011_010_0, 0b10, 0};

    @Test
    void readsCodesFromTheLowestBit() throws PictureFault {
        assertThat(new GifLzw(FOUR, 0).decode(2)).containsExactly(0, 1);
    }

    @Test
    void saysHowManyPixelsThereWere() {
        byte[] ends = {2, 1, 0b00_101_100, 0};

        assertThatThrownBy(() -> new GifLzw(ends, 0).decode(7)).hasMessageContaining("after 0 of 7 pixels");
    }

    @Test
    void refusesCodesThatAreNotYetThere() {
        byte[] far = {2, 1, 0b00_111_100, 0};

        assertThatThrownBy(() -> new GifLzw(far, 0).decode(7)).hasMessageContaining("code out of range");
    }

    @Test
    void refusesImpossibleCodeSizes() {
        assertThatThrownBy(() -> new GifLzw(new byte[] {12, 0}, 0)).hasMessageContaining("12 bits");
    }

    @Property(tries = 60)
    void readsWhatTheJdkWrites(@ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int bits) throws IOException {
        int width = 1 + random.nextInt(120);
        int height = 1 + random.nextInt(120);
        byte[] grey = new byte[1 << bits];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (i * 255 / (grey.length - 1));
        }
        IndexColorModel palette = new IndexColorModel(bits, grey.length, grey, grey, grey);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        int runs = 1 + random.nextInt(20);
        for (int i = 0; i < width * height; i++) {
            image.getRaster()
                    .setSample(i % width, i / width, 0, random.nextInt(runs) == 0 ? random.nextInt(1 << bits) : 0);
        }
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(image, "gif", gif);

        assertThat(TestImages.decode(gif.toByteArray())).isEqualTo(RgbImage.of(image));
    }
}
