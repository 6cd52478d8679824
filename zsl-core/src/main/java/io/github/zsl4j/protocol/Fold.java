package io.github.zsl4j.protocol;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures to train with, and pictures to judge by of the classes that were trained with and of others. Immutable and
 * thread-safe.
 */
public final class Fold {

    private final TrainingSet training;
    private final EmbeddingMatrix features;
    private final int[] labels;
    private final EmbeddingMatrix semantics;
    private final boolean[] seen;

    private Fold(ZeroShotData data, int[] train, int[] judge) {
        int[] trained =
                Arrays.stream(train).map(data::label).distinct().sorted().toArray();
        this.training = data.trainingSet(train);
        this.features = data.features().select(judge);
        int[] classes = IntStream.concat(
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
        Splits splits = data.splits();
        return new Fold(
                data,
                rows(splits.trainval().stream()),
                rows(Stream.concat(splits.testSeen().stream(), splits.testUnseen().stream())));
    }

    private static int[] rows(Stream<Integer> rows) {
        return rows.mapToInt(Integer::intValue).toArray();
    }

    /** Trains, gets ready for the classes, and judges; the time is that of the first two. */
    public Judgement judge(ZeroShotTrainer trainer) {
        long start = System.nanoTime();
        ZeroShotScorer scorer = trainer.fit(training);
        ZeroShotScorer.Candidates candidates = scorer.among(semantics);
        double seconds = (System.nanoTime() - start) / 1e9;
        LabelledScores scores = LabelledScores.of(candidates.scores(features), labels);
        return new Judgement(new Judgement.Fit(scorer, seconds, unit(scorer, candidates)), scores, seen);
    }

    /** Cosines have a size of their own; other scores are as large as the number of pictures and the options make them. */
    private double unit(ZeroShotScorer scorer, ZeroShotScorer.Candidates candidates) {
        return scorer instanceof SemanticAlignment alignment && alignment.similarity() == Similarity.COSINE
                ? 1
                : ScoreSize.deviation(candidates.scores(training.features()));
    }
}
