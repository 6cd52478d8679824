package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);

    @Test
    void doesNotChangeWithTheCallersArray() {
        float[] values = {3, 4};
        Embedding embedding = Embedding.of(PLANE, values);
        values[0] = 99;
        assertThat(embedding.toArray()).containsExactly(3, 4);
    }

    @Test
    void doesNotChangeWithAReturnedArray() {
        Embedding embedding = Embedding.of(PLANE, 3, 4);
        embedding.toArray()[0] = 99;
        embedding.unit().toArray()[0] = 99;
        assertThat(embedding.get(0)).isEqualTo(3);
        assertThat(embedding).isEqualTo(Embedding.of(PLANE, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(float value) {
        assertThatThrownBy(() -> Embedding.of(PLANE, 1, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("embedding of plane: value 1 is " + value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4})
    void refusesAnotherLengthThanTheSpaces(int length) {
        assertThatThrownBy(() -> Embedding.of(PLANE, new float[length]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 2 values, not " + length);
    }

    @Test
    void refusesNoSpace() {
        assertThatThrownBy(() -> Embedding.of(null, 1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void givesItsValuesOneByOne() {
        Embedding embedding = Embedding.of(PLANE, 3, 4);
        assertThat(embedding.get(0)).isEqualTo(3);
        assertThat(embedding.get(1)).isEqualTo(4);
        assertThatThrownBy(() -> embedding.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void hasALengthEvenWhereItsSquareIsNoFloat() {
        assertThat(Embedding.of(PLANE, 3, 4).norm()).isEqualTo(5);
        // 3e30 squared is 9e60; a float ends at 3.4e38. The tolerance is the rounding of 3e30 to a float, 6e-8
        // relative.
        assertThat(Embedding.of(PLANE, 3e30f, 4e30f).norm()).isCloseTo(5e30, within(5e30 * 0x1p-24));
        assertThat(Embedding.of(PLANE, 0, Float.MIN_VALUE).norm()).isEqualTo(Float.MIN_VALUE);
    }

    @Test
    void scalesToLengthOne() {
        assertThat(Embedding.of(PLANE, 3, 4).unit()).isEqualTo(Embedding.of(PLANE, 0.6f, 0.8f));
        assertThat(Embedding.of(PLANE, 0, -Float.MAX_VALUE).unit()).isEqualTo(Embedding.of(PLANE, 0, -1));
        assertThat(Embedding.of(PLANE, Float.MIN_VALUE, 0).unit()).isEqualTo(Embedding.of(PLANE, 1, 0));
    }

    @Test
    void leavesTheZeroVectorZero() {
        assertThat(Embedding.of(PLANE, 0, 0).unit()).isEqualTo(Embedding.of(PLANE, 0, 0));
    }

    @Test
    void isEqualByValueAndSpace() {
        Embedding embedding = Embedding.of(PLANE, 3, 4);
        assertThat(embedding).isEqualTo(Embedding.of(EmbeddingSpace.of("plane", 2), 3, 4));
        assertThat(embedding).hasSameHashCodeAs(Embedding.of(PLANE, 3, 4));
        assertThat(embedding).isNotEqualTo(Embedding.of(PLANE, 4, 3));
        assertThat(embedding).isNotEqualTo(Embedding.of(EmbeddingSpace.of("other", 2), 3, 4));
        assertThat(embedding).isNotEqualTo("Embedding of plane [2]").hasToString("Embedding of plane [2]");
    }
}
