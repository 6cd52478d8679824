package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorMathTest {

    @Test
    void normaliseChangesNothingButItsSlice() {
        float[] values = {9, 3, 4, 9};
        VectorMath.normalise(values, 1, 2);
        assertThat(values).containsExactly(9, 0.6f, 0.8f, 9);
    }

    @Test
    void normReadsNothingButItsSlice() {
        assertThat(VectorMath.norm(new float[] {9, 3, 4, 9}, 1, 2)).isEqualTo(5);
        assertThat(VectorMath.norm(new float[] {9}, 1, 0)).isZero();
    }
}
