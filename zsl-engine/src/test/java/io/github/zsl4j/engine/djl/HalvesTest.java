package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Float16Utils;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalvesTest {

    private static final float LARGEST_FLOAT16 = 65504;

    private static float float16(int half) {
        return Float16Utils.halfToFloat((short) half);
    }

    /** Values and the bits that numpy.float16 gives them: exact, half-way cases, the smallest, the largest, and more. */
    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3c00",
        "-2, c000",
        "0.1, 2e66",
        "1.00048828125, 3c00",
        "1.00146484375, 3c02",
        "2049, 6800",
        "2051, 6802",
        "65504, 7bff",
        "65519.996, 7bff",
        "65520, 7c00",
        "1e30, 7c00",
        "-Infinity, fc00",
        "5.9604645e-8, 0001",
        "2.9802322e-8, 0000",
        "2.9802326e-8, 0001",
        "8.940697e-8, 0002",
        "6.1035156e-5, 0400",
        "6.1e-5, 03ff",
        "6.102025e-5, 0400",
        "1e-45, 0000"
    })
    void roundToFloat16AsNumPyDoes(float value, String bits) {
        assertThat(Halves.toFloat16(value) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
    }

    /** Values and the bits that torch.bfloat16 gives them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3f80",
        "-2, c000",
        "0.1, 3dcd",
        "1.00390625, 3f80",
        "1.01171875, 3f82",
        "3.4028235e38, 7f80",
        "-Infinity, ff80",
        "1e-45, 0000"
    })
    void roundToBfloat16AsPyTorchDoes(float value, String bits) {
        assertThat(Halves.toBfloat16(value) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
    }

    @Example
    void keepNaN() {
        for (int bits : new int[] {0x7fc00000, 0x7f800001, 0xffffffff, 0x7fffffff}) {
            float nan = Float.intBitsToFloat(bits);
            assertThat(float16(Halves.toFloat16(nan))).isNaN();
            assertThat(Halves.fromBfloat16(Halves.toBfloat16(nan))).isNaN();
        }
    }

    @Example
    void giveBackEveryFloat16() {
        for (int half = 0; half < 1 << 16; half++) {
            float value = float16(half);
            if (!Float.isNaN(value)) {
                assertThat(Halves.toFloat16(value) & 0xffff).isEqualTo(half);
            }
        }
    }

    @Example
    void giveBackEveryBfloat16() {
        for (int half = 0; half < 1 << 16; half++) {
            float value = Halves.fromBfloat16((short) half);
            if (!Float.isNaN(value)) {
                assertThat(Halves.toBfloat16(value) & 0xffff).isEqualTo(half);
            }
        }
    }

    @Property
    void takeTheNearestFloat16(@ForAll @FloatRange(min = -LARGEST_FLOAT16, max = LARGEST_FLOAT16) float value) {
        assertNearest(value, Halves.toFloat16(value) & 0xffff, HalvesTest::float16);
    }

    @Property
    void takeTheNearestBfloat16(@ForAll @FloatRange(min = -1e30f, max = 1e30f) float value) {
        assertNearest(value, Halves.toBfloat16(value) & 0xffff, half -> Halves.fromBfloat16((short) (int) half));
    }

    /** Neither neighbour is nearer, and of two that are equally near, the even one is taken. */
    private static void assertNearest(float value, int half, ToDoubleFunction<Integer> widen) {
        double error = Math.abs(widen.applyAsDouble(half) - value);
        for (int neighbour : new int[] {half - 1, half + 1}) {
            if (((neighbour ^ half) & 0x8000) == 0 && Double.isFinite(widen.applyAsDouble(neighbour & 0xffff))) {
                double other = Math.abs(widen.applyAsDouble(neighbour & 0xffff) - value);
                assertThat(error).isLessThanOrEqualTo(other);
                assertThat(error < other || (half & 1) == 0).isTrue();
            }
        }
    }
}
