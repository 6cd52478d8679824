package io.github.zsl4j.bench;

import io.github.zsl4j.evaluate.RetrievalScores;
import java.util.Arrays;
import java.util.Locale;

/**
 * How well texts find their pictures and pictures their text, as fractions.
 *
 * @param values [6]: mAP, R@1 and R@5 of texts that look for pictures, then of pictures that look for their text
 */
record RetrievalFigures(double[] values) {

    private static final String[] NAMES = {"text-to-picture mAP", "R@1", "R@5", "picture-to-text mAP", "R@1", "R@5"};

    /**
     * @param scores of each picture and each text
     * @param texts the right one of each picture
     */
    static RetrievalFigures of(double[][] scores, int[] texts) {
        int[][] right = Arrays.stream(texts).mapToObj(text -> new int[] {text}).toArray(int[][]::new);
        RetrievalScores pictures = RetrievalScores.of(scores, right);
        RetrievalScores ofTexts = pictures.transpose();
        return new RetrievalFigures(new double[] {
            ofTexts.meanAveragePrecision(), ofTexts.recall(1), ofTexts.recall(5),
            pictures.meanAveragePrecision(), pictures.recall(1), pictures.recall(5)
        });
    }

    static String heading() {
        return String.join(" | ", NAMES);
    }

    /** Means in per cent, with the standard deviation where there are several. */
    static String mean(RetrievalFigures... runs) {
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < NAMES.length; k++) {
            int figure = k;
            double[] all = Arrays.stream(runs)
                    .mapToDouble(run -> 100 * run.values[figure])
                    .toArray();
            double mean = Arrays.stream(all).average().orElseThrow();
            double squares =
                    Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum();
            String text = all.length == 1
                    ? String.format(Locale.ROOT, "%.1f", mean)
                    : String.format(Locale.ROOT, "%.1f ± %.1f", mean, Math.sqrt(squares / (all.length - 1)));
            line.append(k == 0 ? "" : " | ").append(text);
        }
        return line.toString();
    }
}
