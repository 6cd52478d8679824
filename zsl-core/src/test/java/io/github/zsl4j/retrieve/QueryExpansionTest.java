package io.github.zsl4j.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import org.junit.jupiter.api.Test;

class QueryExpansionTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final Embedding EAST = Embedding.of(PLANE, 2, 0);

    /** Unit vectors at cosines 0.8 and 0.6 of east, of other lengths, and one that points away. */
    private static final EmbeddingMatrix ITEMS = EmbeddingMatrix.of(PLANE, new float[] {8, 6, 0.3f, 0.4f, -1, 0});

    private static void assertExpands(int neighbours, double alpha, double x, double y) {
        Embedding expanded =
                new QueryExpansion(neighbours, alpha).expand(Collection.index(Similarity.COSINE, ITEMS), EAST);
        double length = Math.hypot(x, y);
        assertThat((double) expanded.get(0)).isCloseTo(x / length, within(1e-6));
        assertThat((double) expanded.get(1)).isCloseTo(y / length, within(1e-6));
    }

    @Test
    void averagesWithAlphaZero() {
        assertExpands(1, 0, 1 + 0.8, 0.6);
        assertExpands(2, 0, 1 + 0.8 + 0.6, 0.6 + 0.8);
    }

    @Test
    void weighsNeighboursByTheirCosine() {
        assertExpands(2, 3, 1 + Math.pow(0.8, 4) + Math.pow(0.6, 4), 0.512 * 0.6 + 0.216 * 0.8);
        assertExpands(9, 3, 1 + Math.pow(0.8, 4) + Math.pow(0.6, 4), 0.512 * 0.6 + 0.216 * 0.8);
    }

    @Test
    void anEmptyIndexGivesTheQuerysDirection() {
        ExactIndex<Integer> empty = ExactIndex.of(PLANE, Similarity.DOT);
        assertThat(new QueryExpansion(3, 3).expand(empty, EAST)).isEqualTo(EAST.unit());
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatThrownBy(() -> new QueryExpansion(0, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new QueryExpansion(1, -1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> new QueryExpansion(1, Double.NaN)).hasMessageContaining("at least 0");
    }
}
