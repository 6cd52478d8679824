package io.github.zsl4j.evaluate;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Scores or probabilities [n, c] of n examples for c classes, and the class that is right for each example. Of equal
 * scores, the class that comes first counts as the higher. Immutable and thread-safe.
 */
public final class LabelledScores {

    private final double[] scores;
    private final int[] labels;
    private final int classes;

    private LabelledScores(double[] scores, int[] labels, int classes) {
        this.scores = scores;
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * @param scores [n][c], finite, n and c at least 1; copied
     * @param labels n class indices from 0 to c - 1; copied
     * @throws IllegalArgumentException if there is no row, the shapes differ, a score is not finite or a label is no class
     */
    public static LabelledScores of(double[][] scores, int[] labels) {
        if (scores.length == 0 || scores.length != labels.length) {
            throw new IllegalArgumentException(scores.length + " rows of scores and " + labels.length
                    + " labels; as many are needed, at least one");
        }
        int c = scores[0].length;
        double[] flat = new double[Math.multiplyExact(scores.length, c)];
        for (int i = 0; i < scores.length; i++) {
            requireRow(i, scores[i], labels[i], c);
            System.arraycopy(scores[i], 0, flat, i * c, c);
        }
        return new LabelledScores(flat, labels.clone(), c);
    }

    private static void requireRow(int index, double[] row, int label, int classes) {
        if (row.length != classes) {
            throw new IllegalArgumentException(
                    "Row " + index + " has " + row.length + " scores, the first row " + classes);
        }
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    "Label " + index + " is " + label + "; the classes are 0 to " + (classes - 1));
        }
        for (double score : row) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("Row " + index + " has the score " + score + "; scores are finite");
            }
        }
    }

    /**
     * The same examples with other numbers.
     *
     * @param change of one example's scores [c]; gives as many
     */
    public LabelledScores map(UnaryOperator<double[]> change) {
        double[][] changed = new double[rows()][];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.apply(Arrays.copyOfRange(scores, i * classes, (i + 1) * classes));
        }
        return of(changed, labels);
    }

    /** The number of examples, n. */
    public int rows() {
        return labels.length;
    }

    /** The number of classes, c. */
    public int classes() {
        return classes;
    }

    /**
     * @param row from 0 to n - 1
     * @param index of the class, from 0 to c - 1
     */
    public double score(int row, int index) {
        return scores[row * classes + index];
    }

    /** The class that is right for an example. */
    public int label(int row) {
        return labels[row];
    }

    /** The class with the highest score. */
    public int best(int row) {
        int best = 0;
        for (int j = 1; j < classes; j++) {
            if (score(row, j) > score(row, best)) {
                best = j;
            }
        }
        return best;
    }

    /** How many classes are above the right one: 0 if the example is classified correctly. */
    public int rank(int row) {
        double right = score(row, labels[row]);
        int above = 0;
        for (int j = 0; j < classes; j++) {
            double score = score(row, j);
            if (score > right || score == right && j < labels[row]) {
                above++;
            }
        }
        return above;
    }

    /**
     * The share of examples whose class is among the k highest; 1 if k is the number of classes or more.
     *
     * @param k at least 1
     */
    public double topAccuracy(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
        int hits = 0;
        for (int i = 0; i < rows(); i++) {
            if (rank(i) < k) {
                hits++;
            }
        }
        return (double) hits / rows();
    }
}
