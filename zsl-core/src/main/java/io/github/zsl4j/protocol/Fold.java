package io.github.zsl4j.protocol;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures to train with, and pictures to judge by of the classes that were trained with and of others. Immutable and
 * thread-safe.
 */
public final class Fold {

    private final TrainingSet training;
    private final EmbeddingMatrix features;
    private final int[] labels;
    private final EmbeddingMatrix semantics;
    private final int[] classes;
    private final boolean[] seen;

    private Fold(ZeroShotData data, int[] train, int[] judge) {
        int[] trained =
                Arrays.stream(train).map(data::label).distinct().sorted().toArray();
        this.training = data.trainingSet(train);
        this.features = data.features().select(judge);
        this.classes = IntStream.concat(
                        Arrays.stream(trained), Arrays.stream(judge).map(data::label))
                .distinct()
                .sorted()
                .toArray();
        this.labels = Arrays.stream(judge)
                .map(row -> Arrays.binarySearch(classes, data.label(row)))
                .toArray();
        this.semantics = data.semantics().select(classes);
        this.seen = new boolean[classes.length];
        for (int c = 0; c < seen.length; c++) {
            seen[c] = Arrays.binarySearch(trained, classes[c]) >= 0;
        }
    }

    /** @throws IllegalArgumentException if {@code train} does not make a {@link TrainingSet} */
    static Fold of(ZeroShotData data, int[] train, int[] judge) {
        return new Fold(data, train, judge);
    }

    /** Train with all of {@code trainval}, judge by both test sets. */
    public static Fold test(ZeroShotData data) {
        List<Integer> seen = data.splits().testSeen();
        List<Integer> unseen = data.splits().testUnseen();
        int[] judge = IntStream.concat(
                        seen.stream().mapToInt(Integer::intValue),
                        unseen.stream().mapToInt(Integer::intValue))
                .toArray();
        return new Fold(
                data,
                data.splits().trainval().stream().mapToInt(Integer::intValue).toArray(),
                judge);
    }

    /** The pictures to train with. */
    public TrainingSet training() {
        return training;
    }

    /** The classes to choose from, as rows of the data's semantics, ascending. */
    public int[] classes() {
        return classes.clone();
    }

    /** For each of {@link #classes} whether it is trained with. */
    public boolean[] seen() {
        return seen.clone();
    }

    /** The number of pictures to judge by. */
    public int size() {
        return labels.length;
    }

    /** Trains and judges. */
    public Judgement judge(AlignmentTrainer trainer) {
        long start = System.nanoTime();
        SemanticAlignment alignment = trainer.fit(training);
        double seconds = (System.nanoTime() - start) / 1e9;
        LabelledScores scores = LabelledScores.of(alignment.scores(features, semantics), labels);
        return new Judgement(new Judgement.Fit(alignment, seconds, unit(alignment)), scores, seen);
    }

    /** Cosines have a size of their own; other scores are as large as the number of pictures and the options make them. */
    private double unit(SemanticAlignment alignment) {
        return alignment.similarity() == Similarity.COSINE
                ? 1
                : ScoreSize.deviation(alignment.scores(training.features(), semantics));
    }
}
