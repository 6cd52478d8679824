package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Alignment} must do. Extend it, and give an alignment. */
public abstract class AlignmentContract {

    /** The alignment under test, the same at every call or an equal one. */
    protected abstract Alignment alignment();

    /** Seven different vectors of the source space; override it for an alignment that takes only certain vectors. */
    protected EmbeddingMatrix vectors() {
        EmbeddingSpace source = alignment().source();
        Random random = new Random(1);
        float[] values = new float[7 * source.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingMatrix.wrap(source, values);
    }

    @Test
    void givesOneRowPerVectorInTheTargetSpace() {
        EmbeddingMatrix mapped = alignment().apply(vectors());
        assertThat(mapped.rows()).isEqualTo(vectors().rows());
        assertThat(mapped.space()).isEqualTo(alignment().target());
    }

    @Test
    void givesNothingForNothing() {
        EmbeddingMatrix none = EmbeddingMatrix.wrap(alignment().source(), new float[0]);
        EmbeddingMatrix mapped = alignment().apply(none);
        assertThat(mapped.rows()).isZero();
        assertThat(mapped.space()).isEqualTo(alignment().target());
    }

    @Test
    void tellsDifferentVectorsApart() {
        EmbeddingMatrix mapped = alignment().apply(vectors());
        assertThat(mapped.row(0)).isNotEqualTo(mapped.row(1));
    }

    @Test
    void mapsAVectorAloneAsAmongOthers() {
        EmbeddingMatrix mapped = alignment().apply(vectors());
        for (int i = 0; i < mapped.rows(); i++) {
            Embedding alone = alignment().apply(vectors().row(i));
            assertThat(alone).isEqualTo(mapped.row(i));
        }
    }

    @Test
    void keepsTheOrderOfTheVectors() {
        int n = vectors().rows();
        int[] backwards = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        EmbeddingMatrix mapped = alignment().apply(vectors());
        assertThat(alignment().apply(vectors().select(backwards))).isEqualTo(mapped.select(backwards));
    }

    @Test
    void isDeterministic() {
        assertThat(alignment().apply(vectors())).isEqualTo(alignment().apply(vectors()));
    }

    @Test
    void leavesItsInputUnchanged() {
        EmbeddingMatrix vectors = vectors();
        alignment().apply(vectors);
        assertThat(vectors).isEqualTo(vectors());
    }

    @Test
    void isThreadSafe() throws Exception {
        Alignment alignment = alignment();
        EmbeddingMatrix vectors = vectors();
        EmbeddingMatrix expected = alignment.apply(vectors);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<EmbeddingMatrix>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                results.add(pool.submit(() -> alignment.apply(vectors)));
            }
            for (Future<EmbeddingMatrix> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesVectorsOfAnotherSpace() {
        EmbeddingSpace source = alignment().source();
        EmbeddingSpace twin = new EmbeddingSpace(source.name(), source.dimension(), source.identity() + " retrained");
        float[] values = vectors().toArray();
        assertThatThrownBy(() -> alignment().apply(EmbeddingMatrix.of(twin, values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(source.name());
        assertThatThrownBy(
                        () -> alignment().apply(EmbeddingMatrix.of(twin, values).row(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> alignment().apply((EmbeddingMatrix) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> alignment().apply((Embedding) null)).isInstanceOf(NullPointerException.class);
    }
}
