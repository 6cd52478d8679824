package io.github.zsl4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against the computation of CLIP_benchmark, on scores with many ties and pictures with several texts. */
class RetrievalScoresGoldenTest {

    private static final int[] KS = {1, 2, 5, 10};

    private final LabelledScores table = ReferenceTable.scores(RetrievalScoresGoldenTest.class, "retrieval.csv");

    private double[][] scores() {
        double[][] scores = new double[table.rows()][];
        Arrays.setAll(scores, i -> ReferenceTable.row(table, i));
        return scores;
    }

    private int[][] right() {
        int[][] right = new int[table.rows()][];
        Arrays.setAll(right, i -> new int[] {table.label(i)});
        return right;
    }

    private static Map<String, Double> measures(String name, RetrievalScores scores) {
        Map<String, Double> measures = new TreeMap<>();
        measures.put(name + "_median_rank", scores.medianRank());
        measures.put(name + "_mean_rank", scores.meanRank());
        measures.put(name + "_map", scores.meanAveragePrecision());
        for (int k : KS) {
            measures.put(name + "_recall@" + k, scores.recall(k));
            measures.put(name + "_mean_recall@" + k, scores.meanRecall(k));
            measures.put(name + "_ndcg@" + k, scores.ndcg(k));
        }
        return measures;
    }

    private static void assertReference(String name, RetrievalScores scores) {
        Map<String, Double> expected = ReferenceTable.values(RetrievalScoresGoldenTest.class, "retrieval_expected.csv");
        measures(name, scores)
                .forEach((measure, value) ->
                        assertThat(value).as(measure).isCloseTo(expected.get(measure), within(1e-6)));
    }

    @Test
    void textsFindPicturesAsInPython() {
        assertReference("pictures", RetrievalScores.of(scores(), right()));
    }

    @Test
    void picturesFindTextsAsInPython() {
        assertReference("texts", RetrievalScores.of(scores(), right()).transpose());
    }

    private static void assertRefuted(String name, RetrievalScores scores) {
        assertThatThrownBy(() -> assertReference(name, scores)).isInstanceOf(AssertionError.class);
    }

    /** Negative controls: equal scores in the other order, one text per picture only, and the directions exchanged. */
    @Test
    void theCheckSeesOtherTiesAndFewerRightAnswers() {
        double[][] later = scores();
        Arrays.stream(later).forEach(row -> Arrays.setAll(row, j -> row[j] + 1e-9 * j));
        assertRefuted("pictures", RetrievalScores.of(later, right()));
        RetrievalScores turned = RetrievalScores.of(scores(), right()).transpose();
        assertRefuted("pictures", turned);
        double[][] byPicture = new double[table.classes()][table.rows()];
        int[][] one = new int[table.classes()][1];
        for (int i = 0; i < table.rows(); i++) {
            one[table.label(i)][0] = i;
            for (int j = 0; j < table.classes(); j++) {
                byPicture[j][i] = table.score(i, j);
            }
        }
        assertRefuted("texts", RetrievalScores.of(byPicture, one));
    }
}
