package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void holdsFloats() {
        float[] values = {1, 2, 3, 4, 5, 6};
        Tensor tensor = Tensor.of(values, 2, 3);
        assertThat(tensor.isFloat()).isTrue();
        assertThat(tensor.floats()).isSameAs(values);
        assertThat(tensor.shape()).containsExactly(2, 3);
        assertThat(tensor).hasToString("float[2, 3]");
        assertThatThrownBy(tensor::longs)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This tensor holds floats");
    }

    @Test
    void holdsLongs() {
        long[] values = {1, 2};
        Tensor tensor = Tensor.of(values, 1, 2, 1);
        assertThat(tensor.isFloat()).isFalse();
        assertThat(tensor.longs()).isSameAs(values);
        assertThat(tensor).hasToString("long[1, 2, 1]");
        assertThatThrownBy(tensor::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This tensor holds integers");
    }

    @Test
    void mayBeAScalarOrEmpty() {
        assertThat(Tensor.of(new float[] {7}).shape()).isEmpty();
        assertThat(Tensor.of(new float[0], 0, 3).floats()).isEmpty();
        assertThat(Tensor.of(new long[0], 0).longs()).isEmpty();
    }

    @Test
    void refusesAShapeThatIsNotFilled() {
        assertThatThrownBy(() -> Tensor.of(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values do not fill a tensor of shape [2, 3]");
        assertThatThrownBy(() -> Tensor.of(new long[7], 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.of(new float[0])).isInstanceOf(IllegalArgumentException.class);
    }

    /** -2 * -3 is 6, and 2^32 * 2^32 is 0 where a long overflows. */
    @Test
    void refusesShapesThatCannotBe() {
        assertThatThrownBy(() -> Tensor.of(new float[6], -2, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No tensor has the shape [-2, -3]");
        assertThatThrownBy(() -> Tensor.of(new long[0], 1L << 32, 1L << 32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.of(new long[0], 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsShapeToItself() {
        long[] shape = {2};
        Tensor tensor = Tensor.of(new float[2], shape);
        shape[0] = 9;
        tensor.shape()[0] = 9;
        assertThat(tensor.shape()).containsExactly(2);
    }
}
