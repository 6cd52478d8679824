package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankerTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("s", 2);

    private final Ranker own = Ranker.of(
            List.of("sum", "difference"),
            SPACE,
            x -> {
                float[] v = x.toArray();
                double[][] scores = new double[x.rows()][];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = new double[] {v[2 * i] + v[2 * i + 1], v[2 * i] - v[2 * i + 1]};
                }
                return scores;
            },
            Calibration.softmax(1));

    @Test
    void ranksByAnyFunction() {
        assertThat(own.rank(Embedding.of(SPACE, 1, -2)).best().label()).isEqualTo("difference");
        assertThat(own.rankAll(EmbeddingMatrix.of(SPACE, new float[] {1, 2, 1, -2})))
                .extracting(ranking -> ranking.best().label())
                .containsExactly("sum", "difference");
    }

    @Test
    void keepsScoresWhenProbabilitiesChange() {
        Ranking sharp = own.withCalibration(Calibration.softmax(10)).rank(Embedding.of(SPACE, 1, 0.1f));
        Ranking plain = own.rank(Embedding.of(SPACE, 1, 0.1f));
        assertThat(sharp.best().score()).isEqualTo(plain.best().score());
        assertThat(sharp.best().probability()).isGreaterThan(plain.best().probability());
    }

    @Test
    void refusesOtherSpacesAndSharedLabels() {
        assertThatThrownBy(() -> own.rank(Embedding.of(EmbeddingSpace.of("t", 2), 1, 2)))
                .hasMessageContaining("different spaces");
        assertThatThrownBy(() -> Ranker.of(List.of("a", "a"), SPACE, x -> null, Calibration.softmax(1)))
                .hasMessageContaining("given twice");
    }
}
