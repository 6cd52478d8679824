package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Scores of examples by rankers that have not seen them. The j-th example of a class, counted from 0, is held out in fold
 * j mod F, so with as many folds as the largest class has examples, one of every class is left out at a time. The only
 * example of a class is never held out. Deterministic.
 */
public final class CrossValidation {

    private CrossValidation() {}

    /**
     * The held-out scores of all examples that have a fellow in their class, by fold.
     *
     * @param folds at least 2; not more are made than the largest class has examples
     * @param method learns from some examples; its rankers all rank the same classes, in any order
     * @return empty if no class has two examples
     * @throws IllegalArgumentException if there are fewer than two folds, or the method does not rank all classes
     */
    public static Optional<LabelledScores> scores(SupportSet support, int folds, Function<SupportSet, Ranker> method) {
        if (folds < 2) {
            throw new IllegalArgumentException("At least 2 folds are needed, not " + folds);
        }
        int[] fold = assign(support, folds);
        int last = Arrays.stream(fold).max().orElse(-1);
        List<String> order = null;
        List<double[]> scores = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (int f = 0; f <= last; f++) {
            SupportSet held = select(support, fold, f, true);
            Ranker ranker = method.apply(select(support, fold, f, false));
            order = order == null ? ranker.labels() : order;
            scores.addAll(Arrays.asList(ordered(ranker, held, order)));
            Arrays.stream(held.indicesAmong(order)).forEach(right::add);
        }
        return scores.isEmpty() ? Optional.empty() : Optional.of(labelled(scores, right));
    }

    /**
     * What a method learns from all examples, with a temperature that is fitted to the held-out ones by {@link
     * MapTemperatureScaling}; with the ranker's own if nothing can be held out. Arguments as in {@link #scores}.
     */
    public static Ranker calibrated(SupportSet support, int folds, Function<SupportSet, Ranker> method) {
        Ranker ranker = method.apply(support);
        return scores(support, folds, method)
                .map(scores ->
                        MapTemperatureScaling.fit(scores, ranker.calibration().scale()))
                .map(fit -> ranker.withCalibration(fit.calibration()))
                .orElse(ranker);
    }

    /** The fold in which each example is held out; -1 for never. */
    private static int[] assign(SupportSet support, int folds) {
        int[] shots = support.shots();
        int[] next = new int[shots.length];
        return Arrays.stream(support.classIndices())
                .map(c -> shots[c] < 2 ? -1 : next[c]++ % folds)
                .toArray();
    }

    private static SupportSet select(SupportSet support, int[] fold, int f, boolean held) {
        return support.select(IntStream.range(0, fold.length)
                .filter(i -> (fold[i] == f) == held)
                .toArray());
    }

    private static double[][] ordered(Ranker ranker, SupportSet held, List<String> order) {
        int[] places = order.stream().mapToInt(ranker.labels()::indexOf).toArray();
        return Arrays.stream(ranker.scores(held.vectors()))
                .map(row -> Arrays.stream(places).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    private static LabelledScores labelled(List<double[]> scores, List<Integer> right) {
        return LabelledScores.of(
                scores.toArray(double[][]::new),
                right.stream().mapToInt(Integer::intValue).toArray());
    }
}
