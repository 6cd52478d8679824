package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingMatrixTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final EmbeddingSpace OTHER = EmbeddingSpace.of("other", 2);

    private static EmbeddingMatrix matrix(float... values) {
        return EmbeddingMatrix.of(PLANE, values);
    }

    @Test
    void averagesItsRows() {
        EmbeddingSpace plane = EmbeddingSpace.of("plane", 2);
        assertThat(EmbeddingMatrix.of(plane, new float[] {1, 2, 4, -6}).mean()).containsExactly(2.5, -2);
        assertThat(EmbeddingMatrix.of(plane, new float[0]).mean()).containsExactly(0, 0);
    }

    @Test
    void doesNotChangeWithTheCallersArray() {
        float[] values = {1, 2, 3, 4};
        EmbeddingMatrix matrix = EmbeddingMatrix.of(PLANE, values);
        values[0] = 99;
        assertThat(matrix).isEqualTo(matrix(1, 2, 3, 4));
    }

    @Test
    void doesNotChangeWithReturnedArrays() {
        EmbeddingMatrix matrix = matrix(1, 2, 3, 4);
        matrix.toArray()[0] = 99;
        matrix.row(0).toArray()[0] = 99;
        matrix.unit().values()[0] = 99;
        matrix.concat(matrix).values()[0] = 99;
        matrix.select(0).values()[0] = 99;
        float[] target = new float[2];
        matrix.copyRow(0, target, 0);
        target[0] = 99;
        assertThat(matrix.toArray()).containsExactly(1, 2, 3, 4);
    }

    /** The one exception to copying, as its documentation says. */
    @Test
    void wrapsWithoutACopy() {
        float[] values = {1, 2};
        assertThat(EmbeddingMatrix.wrap(PLANE, values).values()).isSameAs(values);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(float value) {
        assertThatThrownBy(() -> matrix(1, 2, 3, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("embeddings of plane: value 3 is " + value);
        assertThatThrownBy(() -> EmbeddingMatrix.wrap(PLANE, new float[] {value, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesPartOfARow() {
        assertThatThrownBy(() -> matrix(1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 values are not whole rows of plane [2]");
    }

    @Test
    void refusesNoSpace() {
        assertThatThrownBy(() -> EmbeddingMatrix.of(null, new float[2])).isInstanceOf(NullPointerException.class);
    }

    @Test
    void mayHaveNoRows() {
        EmbeddingMatrix none = matrix();
        assertThat(none.rows()).isZero();
        assertThat(none.dimension()).isEqualTo(2);
        assertThat(none.unit()).isEqualTo(none).isEqualTo(EmbeddingMatrix.of(PLANE, List.of()));
        assertThat(none.concat(matrix(1, 2))).isEqualTo(matrix(1, 2));
    }

    @Test
    void isMadeOfEmbeddingsInTheirOrder() {
        List<Embedding> rows = List.of(Embedding.of(PLANE, 3, 4), Embedding.of(PLANE, 1, 2));
        EmbeddingMatrix matrix = EmbeddingMatrix.of(PLANE, rows);
        assertThat(matrix).isEqualTo(matrix(3, 4, 1, 2));
        assertThat(matrix.row(0)).isEqualTo(rows.get(0));
        assertThat(matrix.row(1)).isEqualTo(rows.get(1));
    }

    @Test
    void refusesEmbeddingsOfAnotherSpace() {
        List<Embedding> mixed = List.of(Embedding.of(PLANE, 3, 4), Embedding.of(OTHER, 1, 2));
        assertThatThrownBy(() -> EmbeddingMatrix.of(PLANE, mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    void refusesRowsThatAreNotThere(int index) {
        EmbeddingMatrix matrix = matrix(1, 2, 3, 4);
        assertThatThrownBy(() -> matrix.row(index)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.select(0, index)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.copyRow(index, new float[2], 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copiesARowToAnyPlace() {
        float[] target = {9, 9, 9, 9};
        matrix(1, 2, 3, 4).copyRow(1, target, 1);
        assertThat(target).containsExactly(9, 3, 4, 9);
    }

    @Test
    void selectsRowsInAnyOrderAndAsOftenAsAsked() {
        EmbeddingMatrix matrix = matrix(1, 2, 3, 4, 5, 6);
        assertThat(matrix.select(2, 0, 2)).isEqualTo(matrix(5, 6, 1, 2, 5, 6));
        assertThat(matrix.select().rows()).isZero();
    }

    @Test
    void putsTheOthersRowsAfterItsOwn() {
        assertThat(matrix(1, 2).concat(matrix(3, 4, 5, 6))).isEqualTo(matrix(1, 2, 3, 4, 5, 6));
        assertThatThrownBy(() -> matrix(1, 2).concat(EmbeddingMatrix.of(OTHER, new float[2])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }

    @Test
    void scalesEveryRowByItsOwnLength() {
        assertThat(matrix(3, 4, 0, -10).unit()).isEqualTo(matrix(0.6f, 0.8f, 0, -1));
    }

    @Test
    void leavesZeroRowsZeroAmongOthers() {
        assertThat(matrix(0, 0, 0, 2).unit()).isEqualTo(matrix(0, 0, 0, 1));
    }

    @Test
    void isEqualByValuesAndSpace() {
        EmbeddingMatrix matrix = matrix(1, 2, 3, 4);
        assertThat(matrix).isEqualTo(matrix(1, 2, 3, 4)).hasSameHashCodeAs(matrix(1, 2, 3, 4));
        assertThat(matrix).isNotEqualTo(matrix(1, 2)).isNotEqualTo(matrix(1, 2, 4, 3));
        assertThat(matrix).isNotEqualTo(EmbeddingMatrix.of(OTHER, new float[] {1, 2, 3, 4}));
        assertThat(matrix).hasToString("2 embeddings of plane [2]");
    }
}
