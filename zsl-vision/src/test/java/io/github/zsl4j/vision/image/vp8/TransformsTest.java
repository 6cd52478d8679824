package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TransformsTest {

    /** Two rounded passes, and factors of 16 bits. */
    private static final double ROUNDING = 1.5;

    private final Plane plane = new Plane(16, 16);
    private final Coefficients coefficients = new Coefficients();
    private final Transforms transforms = new Transforms();

    @Property(tries = 200)
    void addsTheInverseCosineTransform(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 16; i++) {
            coefficients.values[16 + i] = (short) (random.nextInt(200) - 100);
        }
        java.util.Arrays.fill(plane.samples, (byte) 128);
        coefficients.note(1, 16);

        transforms.add(coefficients, 1, plane, plane.at(4, 8));

        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                double expected = Math.max(0, Math.min(255, 128 + cosineSum(x, y)));
                assertThat((double) (plane.samples[plane.at(4 + x, 8 + y)] & 0xff))
                        .isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    /** By the definition; VP8's coefficients are those of an orthonormal transform times two. */
    private double cosineSum(int x, int y) {
        double sum = 0;
        for (int v = 0; v < 4; v++) {
            for (int u = 0; u < 4; u++) {
                sum += coefficients.values[16 + 4 * v + u] * basis(u, x) * basis(v, y) / 2;
            }
        }
        return sum;
    }

    private static double basis(int frequency, int position) {
        double scale = frequency == 0 ? 0.5 : Math.sqrt(0.5);
        return scale * Math.cos(Math.PI / 8 * (2 * position + 1) * frequency);
    }

    @Test
    void addsTheSameWhetherABlockIsKnownToBeFlatOrNot() {
        for (int dc = -2048; dc < 2048; dc += 13) {
            assertThat(flat(dc, 1)).as("coefficient %d", dc).isEqualTo(flat(dc, 16));
        }
    }

    private byte[] flat(int dc, int end) {
        Plane fresh = new Plane(16, 16);
        coefficients.clear();
        coefficients.values[0] = (short) dc;
        coefficients.note(0, end);
        transforms.add(coefficients, 0, fresh, fresh.at(0, 0));
        return fresh.samples;
    }

    @Test
    void leavesAnEmptyBlockAlone() {
        byte[] before = plane.samples.clone();
        coefficients.clear();
        coefficients.note(0, 0);

        transforms.add(coefficients, 0, plane, plane.at(0, 0));

        assertThat(plane.samples).isEqualTo(before);
        assertThat(coefficients.any()).isFalse();
    }

    @Test
    void countsZerosThatWereSpelledOutAsSomething() {
        coefficients.clear();
        coefficients.note(3, 16);

        assertThat(coefficients.any()).isTrue();
    }

    @Test
    void spreadsASingleSecondCoefficientEvenly() {
        short[] in = new short[16];
        in[0] = 84;
        Transforms.walshHadamard(in, coefficients.values);

        for (int block = 0; block < 16; block++) {
            assertThat(coefficients.values[16 * block]).isEqualTo((short) (84 + 3 >> 3));
        }
    }

    @Property(tries = 200)
    void undoesTheWalshHadamardTransform(@ForAll long seed) {
        Random random = new Random(seed);
        int[] original = random.ints(16, -400, 400).toArray();
        short[] in = new short[16];
        for (int i = 0; i < 16; i++) {
            int sum = 0;
            for (int j = 0; j < 16; j++) {
                sum += walsh(i % 4, j % 4) * walsh(i / 4, j / 4) * original[j];
            }
            in[i] = (short) Math.floorDiv(sum, 2);
        }

        Transforms.walshHadamard(in, coefficients.values);

        for (int j = 0; j < 16; j++) {
            assertThat(coefficients.values[16 * j] - original[j]).isBetween((short) -1 + 0, 1);
        }
    }

    /** Rows by their number of changes of sign. */
    private static int walsh(int row, int column) {
        return new int[][] {{1, 1, 1, 1}, {1, 1, -1, -1}, {1, -1, -1, 1}, {1, -1, 1, -1}}[row][column];
    }
}
