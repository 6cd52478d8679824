package io.github.zsl4j.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well texts find their pictures and pictures their text, as fractions: a query counts for R@k if something right is among
 * the first k, as CLIP_benchmark has it; mAP is the mean over queries of the average precision. Of equal scores the worse order
 * is taken.
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
        double[] sums = new double[6];
        int c = scores[0].length;
        for (int j = 0; j < c; j++) {
            double[] column = new double[scores.length];
            boolean[] right = new boolean[scores.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = scores[i][j];
                right[i] = texts[i] == j;
            }
            add(column, right, 0, 1.0 / c, sums);
        }
        for (int i = 0; i < scores.length; i++) {
            boolean[] right = new boolean[c];
            right[texts[i]] = true;
            add(scores[i], right, 3, 1.0 / scores.length, sums);
        }
        return new RetrievalFigures(sums);
    }

    private static void add(double[] scores, boolean[] right, int from, double weight, double[] sums) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> scores[a] != scores[b]
                        ? Double.compare(scores[b], scores[a])
                        : Boolean.compare(right[a], right[b]))
                .mapToInt(i -> i)
                .toArray();
        int found = 0;
        double precision = 0;
        for (int rank = 1; rank <= order.length; rank++) {
            if (right[order[rank - 1]]) {
                found++;
                precision += (double) found / rank;
                sums[from + 1] += found == 1 && rank == 1 ? weight : 0;
                sums[from + 2] += found == 1 && rank <= 5 ? weight : 0;
            }
        }
        sums[from] += weight * precision / found;
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
