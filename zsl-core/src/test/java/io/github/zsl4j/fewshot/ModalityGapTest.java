package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.classify.ScoreAdjustment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModalityGapTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("s", 1);
    private static final EmbeddingMatrix TWO = EmbeddingMatrix.of(SPACE, new float[] {1, -1});

    /** Classes "w" and "v" are known by words, "p" and "q" by a picture each. */
    private static Ranker ranker(double[][] scores) {
        return Ranker.of(List.of("w", "p", "v", "q"), SPACE, x -> scores, Calibration.softmax(1));
    }

    /**
     * Words score the two pictures of other classes 1, 3, 2 and 2 (mean 2, variance 0.5), pictures each other 10 and 14
     * (mean 12, variance 4): the exponent is 2 / (2 + 10).
     */
    @Test
    void givesWordsMeanAndDeviationOfPictures() {
        Ranker ranker = ranker(new double[][] {{1, 50, 3, 10}, {2, 14, 2, 50}});
        ScoreAdjustment correction = ModalityGap.correction(ranker, SupportSet.of(List.of("p", "q"), TWO));
        double ratio = Math.pow(Math.sqrt(8), 2.0 / 12);
        double[] adjusted = correction.adjust(new double[] {2, 7, 3, 8});
        assertThat(adjusted[0]).isCloseTo(12, within(1e-12));
        assertThat(adjusted[1]).isEqualTo(7);
        assertThat(adjusted[2]).isCloseTo(12 + ratio, within(1e-12));
        assertThat(adjusted[3]).isEqualTo(8);
        assertThatThrownBy(() -> correction.adjust(new double[3])).hasMessageContaining("4 classes");
    }

    @Test
    void shiftsWhereADeviationIsZero() {
        Ranker ranker = ranker(new double[][] {{2, 50, 2, 10}, {2, 14, 2, 50}});
        ScoreAdjustment correction = ModalityGap.correction(ranker, SupportSet.of(List.of("p", "q"), TWO));
        assertThat(correction.adjust(new double[] {3, 0, 0, 0})[0]).isCloseTo(13, within(1e-12));
    }

    @Test
    void changesNothingWhereNothingCanBeMeasured() {
        Ranker ranker = ranker(new double[][] {{1, 50, 3, 10}, {2, 14, 2, 50}});
        double[] scores = {1, 2, 3, 4};
        SupportSet one = SupportSet.of(List.of("p", "p"), TWO);
        SupportSet all =
                SupportSet.of(List.of("p", "q", "v", "w"), EmbeddingMatrix.of(SPACE, new float[] {1, 1, 1, 1}));
        Ranker four = ranker(new double[4][4]);
        assertThat(ModalityGap.correction(ranker, one).adjust(scores)).containsExactly(scores);
        assertThat(ModalityGap.correction(four, all).adjust(scores)).containsExactly(scores);
    }
}
