package io.github.zsl4j.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatsTest {

    private static final float LARGEST_FLOAT16 = 65504;

    private static float float16(int half) {
        return HalfFloats.fromFloat16((short) half);
    }

    /** IEEE 754 by its definition: sign, exponent and fraction, in exact double arithmetic. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        double fraction = (bits & 1023) / 1024.0;
        double magnitude = switch (exponent) {
            case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            case 0 -> fraction * Math.pow(2, -14);
            default -> (1 + fraction) * Math.pow(2, exponent - 15);
        };
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }

    /** Halves are exact in float, so there is no tolerance; zeros must agree in sign, and NaNs are all alike. */
    private static void assertWidened(int bits, float wide) {
        assertThat(Double.doubleToLongBits(wide)).isEqualTo(Double.doubleToLongBits(half(bits)));
    }

    @Example
    void widensEveryHalfExactly() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            assertWidened(bits, HalfFloats.fromFloat16((short) bits));
        }
    }

    /** Negative control: a lost sign of zero, a flushed subnormal or a wrong exponent fail the same assertion. */
    @Example
    void theCheckSeesWrongWidening() {
        assertThatThrownBy(() -> assertWidened(0x8000, 0.0f)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertWidened(0x0001, 0.0f)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertWidened(0x3c00, 2)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertWidened(0x7c00, 65536)).isInstanceOf(AssertionError.class);
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
        assertThat(HalfFloats.toFloat16(value) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
        assertThat(HalfFloats.toFloat16((double) value) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
    }

    /** Doubles next to half-way cases: numpy.float16(numpy.float64(x)). */
    @ParameterizedTest
    @CsvSource({
        "0x1.002p0, 3c00",
        "0x1.0020000001p0, 3c01",
        "-0x1.0020000001p0, bc01",
        "0x1.006p0, 3c02",
        "0x1.005ffffffffffp0, 3c01",
        "0x1.0000000001p-25, 0001",
        "0x1p-25, 0000",
        "0x1p-1074, 0000",
        "-0x1p-1074, 8000",
        "65519.99999999999, 7bff",
        "65520, 7c00",
        "1e300, 7c00",
        "-1e300, fc00",
        "Infinity, 7c00"
    })
    void roundDoublesOnce(String value, String bits) {
        assertThat(HalfFloats.toFloat16(Double.parseDouble(value)) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
    }

    /** Negative control: by way of the nearest float, a value just above a half-way case is rounded down. */
    @Example
    void roundingTwiceIsAnother() {
        double above = 0x1.0020000001p0;
        assertThat(HalfFloats.toFloat16((float) above)).isNotEqualTo(HalfFloats.toFloat16(above));
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
        assertThat(HalfFloats.toBfloat16(value) & 0xffff).isEqualTo(Integer.parseInt(bits, 16));
    }

    @Example
    void keepNaN() {
        for (int bits : new int[] {0x7fc00000, 0x7f800001, 0xffffffff, 0x7fffffff}) {
            float nan = Float.intBitsToFloat(bits);
            assertThat(float16(HalfFloats.toFloat16(nan))).isNaN();
            assertThat(float16(HalfFloats.toFloat16((double) nan))).isNaN();
            assertThat(HalfFloats.fromBfloat16(HalfFloats.toBfloat16(nan))).isNaN();
        }
    }

    @Example
    void giveBackEveryFloat16() {
        for (int half = 0; half < 1 << 16; half++) {
            float value = float16(half);
            if (!Float.isNaN(value)) {
                assertThat(HalfFloats.toFloat16(value) & 0xffff).isEqualTo(half);
            }
        }
    }

    @Example
    void giveBackEveryBfloat16() {
        for (int half = 0; half < 1 << 16; half++) {
            float value = HalfFloats.fromBfloat16((short) half);
            if (!Float.isNaN(value)) {
                assertThat(HalfFloats.toBfloat16(value) & 0xffff).isEqualTo(half);
            }
        }
    }

    @Property
    void takeTheNearestFloat16(@ForAll @FloatRange(min = -LARGEST_FLOAT16, max = LARGEST_FLOAT16) float value) {
        assertNearest(value, HalfFloats.toFloat16(value) & 0xffff, HalfFloatsTest::float16);
    }

    @Property
    void takeTheNearestFloat16ToADouble(
            @ForAll @DoubleRange(min = -LARGEST_FLOAT16, max = LARGEST_FLOAT16) double value) {
        assertNearest(value, HalfFloats.toFloat16(value) & 0xffff, HalfFloatsTest::float16);
    }

    @Property
    void takeTheNearestBfloat16(@ForAll @FloatRange(min = -1e30f, max = 1e30f) float value) {
        assertNearest(
                value, HalfFloats.toBfloat16(value) & 0xffff, half -> HalfFloats.fromBfloat16((short) (int) half));
    }

    /** Neither neighbour is nearer, and of two that are equally near, the even one is taken. */
    private static void assertNearest(double value, int half, ToDoubleFunction<Integer> widen) {
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
