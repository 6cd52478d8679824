package io.github.zsl4j.dataset;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Features of pictures, the classes that they show, what is known of the classes, and the splits. The splits are checked:
 * an unseen class that occurs in training is an error. Immutable and thread-safe.
 */
public final class ZeroShotData {

    private final EmbeddingMatrix features;
    private final int[] labels;
    private final EmbeddingMatrix semantics;
    private final List<String> classes;
    private final Splits splits;
    private final int[] seen;
    private final int[] unseen;
    private final int[] validation;

    private ZeroShotData(Examples examples, Splits splits) {
        this.features = examples.features();
        this.labels = examples.labels();
        this.semantics = examples.semantics();
        this.classes = examples.classes();
        this.splits = splits;
        SplitChecks checks = new SplitChecks(examples, splits);
        checks.run();
        this.seen = checks.seen();
        this.unseen = checks.unseen();
        this.validation = checks.validation();
    }

    /**
     * @throws IllegalArgumentException if a row is named twice or does not exist, an unseen class occurs in training, a seen
     *     test picture is of a class that was not trained with, or a validation class is not a seen one
     */
    public static ZeroShotData of(Examples examples, Splits splits) {
        return new ZeroShotData(examples, splits);
    }

    /** [n, d]. */
    public EmbeddingMatrix features() {
        return features;
    }

    /** The class of picture {@code row}, a row of the semantics. */
    public int label(int row) {
        return labels[row];
    }

    /** [c, a]. */
    public EmbeddingMatrix semantics() {
        return semantics;
    }

    /** The names of the classes, c of them. */
    public List<String> classes() {
        return classes;
    }

    public Splits splits() {
        return splits;
    }

    /** The classes that are trained with, ascending; a copy. */
    public int[] seenClasses() {
        return seen.clone();
    }

    /** The classes of the unseen test pictures, ascending; a copy. */
    public int[] unseenClasses() {
        return unseen.clone();
    }

    /** The seen classes that stand in for unseen ones when options are chosen, ascending; a copy. */
    public int[] validationClasses() {
        return validation.clone();
    }

    /**
     * The pictures of some rows as a training set, whose classes are those that occur, in ascending order.
     *
     * @param rows of the features, at least one
     */
    public TrainingSet trainingSet(int... rows) {
        int[] present = Arrays.stream(rows).map(this::label).distinct().sorted().toArray();
        int[] renamed = Arrays.stream(rows)
                .map(row -> Arrays.binarySearch(present, labels[row]))
                .toArray();
        return TrainingSet.of(features.select(rows), renamed, semantics.select(present));
    }

    /** All pictures of {@code trainval}. */
    public TrainingSet trainval() {
        return trainingSet(rows(splits.trainval()));
    }

    /** The row numbers as an array. */
    static int[] rows(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return features.rows() + " pictures of " + classes.size() + " classes (" + seen.length + " seen, "
                + unseen.length + " unseen)";
    }

    /**
     * Labelled features and the semantics of their classes.
     *
     * @param features [n, d]
     * @param labels the class of each picture, a row of the semantics
     * @param semantics [c, a]
     * @param classes the names of the classes, distinct
     */
    public record Examples(EmbeddingMatrix features, int[] labels, EmbeddingMatrix semantics, List<String> classes) {

        /** @throws IllegalArgumentException if numbers differ, a label is no class, or a name is given twice */
        public Examples {
            labels = labels.clone();
            classes = List.copyOf(classes);
            if (labels.length != features.rows() || classes.size() != semantics.rows()) {
                throw new IllegalArgumentException(features.rows() + " rows of features but " + labels.length
                        + " labels, or " + semantics.rows() + " rows of semantics but " + classes.size() + " names");
            }
            if (classes.stream().distinct().count() != classes.size()) {
                throw new IllegalArgumentException("A class is named twice");
            }
            int c = classes.size();
            int[] all = labels;
            IntStream.range(0, all.length)
                    .filter(i -> all[i] < 0 || all[i] >= c)
                    .findFirst()
                    .ifPresent(i -> {
                        throw new IllegalArgumentException(
                                "Label " + i + " is " + all[i] + "; the rows of the semantics are 0 to " + (c - 1));
                    });
        }

        @Override
        public int[] labels() {
            return labels.clone();
        }
    }
}
