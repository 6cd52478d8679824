package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.vision.image.RgbImage;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every filter over awkward sizes, against checksums of what Pillow makes of the same noise. */
class PillowResizeTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/pillow-resize.csv", numLinesToSkip = 1)
    void resizesToTheBit(int width, int height, int seed, int targetWidth, int targetHeight, int filter, long crc) {
        RgbImage image = noise(width, height, seed);

        assertThat(checksum(image, targetWidth, targetHeight, Interpolation.ofPillowCode(filter)))
                .isEqualTo(crc);
    }

    @Test
    void tellsTheOrderOfThePassesApart() {
        // Pillow shrinks a picture more than 100 times as tall as wide vertically first; this one is just not.
        RgbImage tall = noise(2, 200, 1);
        Size size = new Size(5, 40);
        byte[] found = Resampler.resample(tall, size, Interpolation.BICUBIC, new Resampler.Region(0, 0, 5, 40));
        RgbImage low = RgbImage.of(
                2,
                40,
                Resampler.resample(tall, new Size(2, 40), Interpolation.BICUBIC, new Resampler.Region(0, 0, 2, 40)));
        byte[] otherOrder = Resampler.resample(low, size, Interpolation.BICUBIC, new Resampler.Region(0, 0, 5, 40));

        assertThat(found).isNotEqualTo(otherOrder);
    }

    private static long checksum(RgbImage image, int width, int height, Interpolation filter) {
        CRC32 crc = new CRC32();
        crc.update(
                Resampler.resample(image, new Size(width, height), filter, new Resampler.Region(0, 0, width, height)));
        return crc.getValue();
    }

    private static RgbImage noise(int width, int height, int seed) {
        byte[] rgb = new byte[3 * width * height];
        int state = seed;
        for (int i = 0; i < rgb.length; i++) {
            state = state * 1664525 + 1013904223;
            rgb[i] = (byte) (state >>> 24);
        }
        return RgbImage.of(width, height, rgb);
    }
}
