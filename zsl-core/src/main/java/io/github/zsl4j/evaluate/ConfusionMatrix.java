package io.github.zsl4j.evaluate;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How often examples of each class were taken for each class. Immutable and thread-safe. */
public final class ConfusionMatrix {

    /** [c][c], right classes as rows. */
    private final int[][] counts;

    private ConfusionMatrix(int[][] counts) {
        this.counts = counts;
    }

    /**
     * @param labels the right class of each example, from 0 to classes - 1
     * @param predictions the class that each was taken for, from 0 to classes - 1
     * @throws IllegalArgumentException if there is no example, the lengths differ, or an index is no class
     */
    public static ConfusionMatrix of(int[] labels, int[] predictions, int classes) {
        if (labels.length == 0 || labels.length != predictions.length) {
            throw new IllegalArgumentException(labels.length + " labels and " + predictions.length
                    + " predictions; as many are needed, at least one");
        }
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[requireClass(labels[i], classes)][requireClass(predictions[i], classes)]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** Every example is taken for the class with the highest score. */
    public static ConfusionMatrix of(LabelledScores scores) {
        int[] labels = IntStream.range(0, scores.rows()).map(scores::label).toArray();
        int[] predictions = IntStream.range(0, scores.rows()).map(scores::best).toArray();
        return of(labels, predictions, scores.classes());
    }

    private static int requireClass(int index, int classes) {
        if (index < 0 || index >= classes) {
            throw new IllegalArgumentException(
                    "There is no class " + index + "; the classes are 0 to " + (classes - 1));
        }
        return index;
    }

    /** The number of classes. */
    public int classes() {
        return counts.length;
    }

    /** The number of examples of class {@code label} that were taken for class {@code prediction}. */
    public int count(int label, int prediction) {
        return counts[label][prediction];
    }

    /** The number of examples of a class. */
    public int examples(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    /** The share of all examples that were classified correctly. */
    public double accuracy() {
        long right = IntStream.range(0, classes()).mapToLong(c -> counts[c][c]).sum();
        long all = IntStream.range(0, classes()).mapToLong(this::examples).sum();
        return (double) right / all;
    }

    /**
     * The share of one class's examples that were classified correctly, its recall.
     *
     * @throws IllegalArgumentException if the class has no example
     */
    public double accuracy(int label) {
        if (examples(label) == 0) {
            throw new IllegalArgumentException("Class " + label + " has no example");
        }
        return (double) counts[label][label] / examples(label);
    }

    /** The mean over classes of their accuracies, so that every class counts alike; classes without examples do not. */
    public double meanPerClassAccuracy() {
        return meanPerClassAccuracy(c -> true);
    }

    /**
     * The mean accuracy of some classes, such as the unseen ones, while examples may be taken for any class.
     *
     * @throws IllegalArgumentException if none of the chosen classes has an example
     */
    public double meanPerClassAccuracy(IntPredicate chosen) {
        return IntStream.range(0, classes())
                .filter(chosen)
                .filter(c -> examples(c) > 0)
                .mapToDouble(this::accuracy)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("None of the chosen classes has an example"));
    }
}
