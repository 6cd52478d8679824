package io.github.zsl4j.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zsl4j.embedding.BlockKernel;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.embedding.Similarity.Neighbour;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.testkit.EmbeddingIndexContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exact index as it is with this module on the class path. */
class VectorExactIndexContractTest extends EmbeddingIndexContract {

    @BeforeEach
    void isInUse() {
        assumeTrue(new VectorKernel().obstacle().isEmpty(), "the Vector API is of no use here");
        assertThat(BlockKernel.chosen()).isInstanceOf(VectorKernel.class);
    }

    @Override
    protected EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity) {
        return ExactIndex.of(space, similarity);
    }

    /** The last has the highest product, though floats give minus infinity for it. */
    @Test
    void findsWhatFloatsOverflowFor() {
        EmbeddingSpace space = EmbeddingSpace.of("s", 3);
        EmbeddingMatrix targets = EmbeddingMatrix.of(space, new float[] {0, 0, 1, -1e20f, 0, 0, -1e20f, 2e20f, 0});
        EmbeddingMatrix query = EmbeddingMatrix.of(space, new float[] {1e20f, 1e20f, 1});
        assertThat(Similarity.DOT.to(targets).nearest(query, 3, null).get(0))
                .extracting(Neighbour::target)
                .containsExactly(2, 0, 1);
        double expected = (double) 1e20f * 2e20f - (double) 1e20f * 1e20f;
        assertThat(Similarity.DOT.to(targets).of(query)[0][2]).isEqualTo(expected);
        assertThat(Similarity.NEGATIVE_SQUARED_EUCLIDEAN.to(targets).of(query)[0][1])
                .isFinite()
                .isLessThan(-4e40);
    }
}
