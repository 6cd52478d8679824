package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Resampler.Region;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ResamplerTest {

    @Property(tries = 1500) // more than its edge cases
    void keepsAConstantPictureConstant(
            @ForAll Interpolation filter,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 1, max = 60) int target,
            @ForAll byte value) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, value);

        byte[] resized = resize(RgbImage.of(width, height, rgb), filter, target, 61 - target);

        assertThat(resized).containsOnly(value);
    }

    @Property(tries = 100)
    void leavesAPictureOfTheRightSizeAsItIs(@ForAll Interpolation filter, @ForAll Random random) {
        RgbImage image = noise(1 + random.nextInt(40), 1 + random.nextInt(40), random);

        assertThat(resize(image, filter, image.width(), image.height())).isEqualTo(image.toBytes());
    }

    @Property(tries = 300)
    void isWithinOneLevelPerPassOfTheExactFilter(@ForAll Interpolation filter, @ForAll Random random) {
        RgbImage image = noise(1 + random.nextInt(50), 1 + random.nextInt(50), random);
        int width = 1 + random.nextInt(50);
        int height = 1 + random.nextInt(50);

        byte[] found = resize(image, filter, width, height);

        if (filter != Interpolation.NEAREST) {
            assertWithinTwo(found, SlowResize.resize(image, filter, width, height));
        }
    }

    @Property(tries = 200)
    void staysWithinThePicturesRangeWhereTheFilterHasNoNegativePart(@ForAll Random random) {
        RgbImage image = narrowNoise(1 + random.nextInt(40), 1 + random.nextInt(40), random);
        for (Interpolation filter : new Interpolation[] {Interpolation.BOX, Interpolation.BILINEAR}) {
            for (byte value : resize(image, filter, 1 + random.nextInt(60), 1 + random.nextInt(60))) {
                assertThat(value & 0xff).isBetween(100, 110);
            }
        }
    }

    @Property(tries = 200)
    void givesAnyPartAsItIsInTheWhole(@ForAll Interpolation filter, @ForAll Random random) {
        RgbImage image = noise(1 + random.nextInt(60), 1 + random.nextInt(400), random);
        Size size = new Size(1 + random.nextInt(60), 1 + random.nextInt(60));
        int x = random.nextInt(size.width());
        int y = random.nextInt(size.height());
        Region part = new Region(x, y, 1 + random.nextInt(size.width() - x), 1 + random.nextInt(size.height() - y));

        byte[] whole = resize(image, filter, size.width(), size.height());
        byte[] found = Resampler.resample(image, size, filter, part);

        for (int row = 0; row < part.height(); row++) {
            int from = 3 * ((y + row) * size.width() + x);
            int length = 3 * part.width();
            assertThat(Arrays.copyOfRange(found, row * length, (row + 1) * length))
                    .isEqualTo(Arrays.copyOfRange(whole, from, from + length));
        }
    }

    @Property(tries = 100)
    void filtersTheThreeChannelsAlike(@ForAll Interpolation filter, @ForAll Random random) {
        RgbImage image = noise(1 + random.nextInt(30), 1 + random.nextInt(30), random);
        byte[] turned = image.toBytes();
        for (int i = 0; i < turned.length; i += 3) {
            byte red = turned[i];
            turned[i] = turned[i + 1];
            turned[i + 1] = turned[i + 2];
            turned[i + 2] = red;
        }

        byte[] a = resize(image, filter, 17, 23);
        byte[] b = resize(RgbImage.of(image.width(), image.height(), turned), filter, 17, 23);

        for (int i = 0; i < a.length; i += 3) {
            assertThat(new byte[] {b[i + 2], b[i], b[i + 1]}).containsExactly(a[i], a[i + 1], a[i + 2]);
        }
    }

    private static void assertWithinTwo(byte[] found, double[] exact) {
        for (int i = 0; i < found.length; i++) {
            // Halves fall either way with weights of 22 bits, once in each pass.
            assertThat(Math.abs((found[i] & 0xff) - exact[i])).isLessThanOrEqualTo(2);
        }
    }

    private static byte[] resize(RgbImage image, Interpolation filter, int width, int height) {
        return Resampler.resample(image, new Size(width, height), filter, new Region(0, 0, width, height));
    }

    private static RgbImage noise(int width, int height, Random random) {
        byte[] rgb = new byte[3 * width * height];
        random.nextBytes(rgb);
        return RgbImage.of(width, height, rgb);
    }

    private static RgbImage narrowNoise(int width, int height, Random random) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (100 + random.nextInt(11));
        }
        return RgbImage.of(width, height, rgb);
    }
}
