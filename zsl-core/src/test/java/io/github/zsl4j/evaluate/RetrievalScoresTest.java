package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetrievalScoresTest {

    /** Query 0 has right targets at ranks 2 and 4, query 1 one at rank 1. */
    private static final RetrievalScores SMALL = RetrievalScores.of(
            new double[][] {{0.9, 0.8, 0.7, 0.6, 0.5}, {0.1, 0.2, 0.3, 0.4, 0.5}}, new int[][] {{3, 1}, {4}});

    @Test
    void byHand() {
        assertThat(SMALL.recall(1)).isEqualTo(0.5);
        assertThat(SMALL.recall(2)).isEqualTo(1);
        assertThat(SMALL.meanRecall(2)).isEqualTo(0.75);
        assertThat(SMALL.meanRecall(4)).isEqualTo(1);
        assertThat(SMALL.medianRank()).isEqualTo(1.5);
        assertThat(SMALL.meanRank()).isEqualTo(1.5);
        assertThat(SMALL.meanAveragePrecision()).isCloseTo((0.5 + 1) / 2, within(1e-12));
        double log3 = Math.log(3) / Math.log(2);
        double log5 = Math.log(5) / Math.log(2);
        assertThat(SMALL.ndcg(1)).isEqualTo(0.5);
        assertThat(SMALL.ndcg(3)).isCloseTo((1 / log3 / (1 + 1 / log3) + 1) / 2, within(1e-12));
        assertThat(SMALL.ndcg(100)).isCloseTo(((1 / log3 + 1 / log5) / (1 + 1 / log3) + 1) / 2, within(1e-12));
    }

    @Test
    void equalScoresPutTheFirstTargetFirst() {
        double[][] equal = {{1, 1, 0.0, -0.0, 1}};
        assertThat(RetrievalScores.of(equal, new int[][] {{1}}).meanRank()).isEqualTo(2);
        assertThat(RetrievalScores.of(equal, new int[][] {{4}}).meanRank()).isEqualTo(3);
        assertThat(RetrievalScores.of(equal, new int[][] {{2}}).meanRank()).isEqualTo(4);
        assertThat(RetrievalScores.of(equal, new int[][] {{3}}).meanRank()).isEqualTo(5);
    }

    /** Both counts of what goes before the only right target, of any rows with ties. */
    @Property(tries = 100)
    void theRankOfOneRightTargetIsThatOfLabelledScores(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int m) {
        Random random = new Random(seed);
        double[][] scores = {random.ints(m, 0, 4).asDoubleStream().toArray()};
        int right = random.nextInt(m);
        int rank = LabelledScores.of(scores, new int[] {right}).rank(0);
        assertThat(RetrievalScores.of(scores, new int[][] {{right}}).meanRank()).isEqualTo(rank + 1);
    }

    @Test
    void turnsBackIntoItself() {
        RetrievalScores all =
                RetrievalScores.of(new double[][] {{0.3, 0.1, 0.2}, {0.1, 0.4, 0.2}}, new int[][] {{0, 2}, {1, 2}});
        assertThat(all.transpose().queries()).isEqualTo(3);
        assertThat(all.transpose().transpose().meanAveragePrecision()).isEqualTo(all.meanAveragePrecision());
        assertThat(all.transpose().recall(1)).isEqualTo(1);
        assertThat(all.transpose().meanRecall(1)).isCloseTo(2.5 / 3, within(1e-12));
    }

    @Test
    void keepsNoReferenceToItsArguments() {
        double[][] scores = {{1, 2}, {1, 0}};
        int[][] right = {{1}, {0}};
        RetrievalScores kept = RetrievalScores.of(scores, right);
        scores[0][0] = 9;
        right[0][0] = 0;
        assertThat(kept.transpose().transpose().recall(1)).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertRefused(new double[][] {}, new int[][] {}, "at least one");
        assertRefused(new double[][] {{1}}, new int[][] {{0}, {0}}, "1 rows of scores and 2");
        assertRefused(new double[][] {{1, 2}, {1}}, new int[][] {{0}, {0}}, "Row 1 has 1 scores");
        assertRefused(new double[][] {{1}}, new int[][] {{}}, "no right target");
        assertRefused(new double[][] {{1}}, new int[][] {{1}}, "0 to 0");
        assertRefused(new double[][] {{1, 2}}, new int[][] {{1, 1}}, "twice");
        assertRefused(new double[][] {{Double.NaN}}, new int[][] {{0}}, "finite");
        assertThatThrownBy(() -> SMALL.recall(0)).hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(SMALL::transpose).hasMessageContaining("no right target");
    }

    private static void assertRefused(double[][] scores, int[][] right, String message) {
        assertThatThrownBy(() -> RetrievalScores.of(scores, right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
