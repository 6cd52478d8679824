package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsamplingTest {

    @ParameterizedTest
    @CsvSource({
        "16, 128, 128, 0, 0, 0",
        "235, 128, 128, 255, 255, 255",
        "81, 90, 240, 254, 0, 0",
        "145, 54, 34, 0, 255, 1",
        "41, 240, 110, 0, 0, 255",
        "0, 0, 0, 0, 136, 0",
        "255, 255, 255, 255, 125, 255"
    })
    void convertsColoursAsLibwebpDoes(int light, int blue, int red, int r, int g, int b) {
        Planes planes = planes(2, 2);
        planes.luma().samples[planes.luma().at(0, 0)] = (byte) light;
        planes.blue().samples[planes.blue().at(0, 0)] = (byte) blue;
        planes.red().samples[planes.red().at(0, 0)] = (byte) red;

        assertThat(Upsampling.toRgb(planes, 1, 1)).containsExactly(r, g, b);
    }

    @Property(tries = 200)
    void interpolatesColour(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height) {
        Planes planes = planes(20, 20);
        Random random = new Random(seed);
        for (int i = 0; i < planes.blue().samples.length; i++) {
            // Small steps of red from grey at one lightness: red is then linear in its sample.
            planes.red().samples[i] = (byte) (108 + random.nextInt(40));
            planes.blue().samples[i] = (byte) 128;
        }
        java.util.Arrays.fill(planes.luma().samples, (byte) 126);

        byte[] rgb = Upsampling.toRgb(planes, width, height);

        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            double red = expected(planes.red(), new int[] {x, y}, new int[] {width, height});
            assertThat((rgb[3 * i] & 0xff) - (128 + 1.596 * (red - 128)))
                    .as("(%d, %d) of %d x %d", x, y, width, height)
                    .isBetween(-3.0, 3.0);
        }
    }

    /** Samples lie in the middle of two by two pixels; beyond the edges they go on as they are. */
    private static double expected(Plane plane, int[] at, int[] size) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            int x = neighbour(at[0], i % 2 == 0, size[0]);
            int y = neighbour(at[1], i / 2 == 0, size[1]);
            double weight = (i % 2 == 0 ? 0.75 : 0.25) * (i / 2 == 0 ? 0.75 : 0.25);
            sum += weight * (plane.samples[plane.at(x, y)] & 0xff);
        }
        return sum;
    }

    private static int neighbour(int pixel, boolean own, int size) {
        int sample = own ? pixel / 2 : pixel / 2 + (pixel % 2 == 0 ? -1 : 1);
        return Math.max(0, Math.min((size + 1) / 2 - 1, sample));
    }

    private static Planes planes(int width, int height) {
        return new Planes(new Plane(width, height), new Plane(width / 2, height / 2), new Plane(width / 2, height / 2));
    }
}
