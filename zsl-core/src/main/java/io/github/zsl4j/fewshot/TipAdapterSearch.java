package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Chooses α and β of a {@link TipAdapter} by the accuracy on examples that are not in the cache, as the authors' code does. Of
 * settings with equal accuracy, the one with the lowest negative log-likelihood is taken; of those, the first.
 *
 * @param alphas to try, at least one
 * @param betas to try, at least one
 */
public record TipAdapterSearch(List<Double> alphas, List<Double> betas) {

    /**
     * What was found.
     *
     * @param accuracy on the held-out examples, in [0, 1]; too good an estimate for others, as it was the best of many
     * @param nll mean negative log-likelihood of the held-out labels, in nats
     */
    public record Choice(TipAdapter adapter, double accuracy, double nll) {

        private boolean isWorseThan(Choice other) {
            return other.accuracy > accuracy || other.accuracy == accuracy && other.nll < nll;
        }
    }

    /** @throws IllegalArgumentException if there is nothing to try, or a number is out of its range */
    public TipAdapterSearch {
        alphas = List.copyOf(alphas);
        betas = List.copyOf(betas);
        if (alphas.isEmpty() || betas.isEmpty()) {
            throw new IllegalArgumentException("A search needs at least one alpha and one beta");
        }
        alphas.forEach(alpha -> new TipAdapter(alpha, 1));
        betas.forEach(beta -> new TipAdapter(1, beta));
    }

    /** The authors' grid for ImageNet with CLIP: 20 values of α from 0.1 to 2.9 and 200 of β from 0.1 to 7. */
    public static TipAdapterSearch paper() {
        return new TipAdapterSearch(steps(3, 20), steps(7, 200));
    }

    private static List<Double> steps(double end, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i * (end - 0.1) / count + 0.1)
                .toList();
    }

    /** For any model: 17 values of α from 0.1 to 1,000 and 6 of β from 0.5 to 16, in equal ratios. */
    public static TipAdapterSearch wide() {
        return new TipAdapterSearch(
                IntStream.range(0, 17).mapToObj(i -> Math.pow(10, i / 4.0 - 1)).toList(),
                DoubleStream.iterate(0.5, b -> b <= 16, b -> 2 * b).boxed().toList());
    }

    /**
     * @param zeroShot ranks all classes of both sets
     * @param cache what the adapter will be fitted to
     * @param heldOut other examples
     * @throws IllegalArgumentException if a class is not ranked, or the spaces differ
     */
    public Choice heldOut(Ranker zeroShot, SupportSet cache, SupportSet heldOut) {
        return best(zeroShot, cache, heldOut, similarities(zeroShot, cache, heldOut));
    }

    /**
     * Each example is held out from the cache in turn. Examples that are alone in their class only serve as keys.
     *
     * @param zeroShot ranks all classes of the set; has not learned from it
     * @throws IllegalArgumentException if no class has two examples, one is not ranked, or the spaces differ
     */
    public Choice leaveOneOut(Ranker zeroShot, SupportSet support) {
        int[] shots = support.shots();
        int[] classes = support.classIndices();
        int[] queries = IntStream.range(0, support.size())
                .filter(i -> shots[classes[i]] > 1)
                .toArray();
        if (queries.length == 0) {
            throw new IllegalArgumentException(
                    "No class has two examples, so none can be held out; give alpha and beta, or examples to hold out");
        }
        SupportSet held = support.select(queries);
        double[][] similarities = similarities(zeroShot, support, held);
        for (int i = 0; i < queries.length; i++) {
            similarities[i][queries[i]] = Double.NEGATIVE_INFINITY;
        }
        return best(zeroShot, support, held, similarities);
    }

    private static double[][] similarities(Ranker zeroShot, SupportSet cache, SupportSet heldOut) {
        zeroShot.space().requireSame(cache.space());
        return Similarity.DOT.to(cache.vectors()).of(heldOut.vectors());
    }

    private Choice best(Ranker zeroShot, SupportSet cache, SupportSet heldOut, double[][] similarities) {
        double scale = zeroShot.calibration().scale();
        int[] keys = cache.indicesAmong(zeroShot.labels());
        int[] right = heldOut.indicesAmong(zeroShot.labels());
        double[][] logits = zeroShot.scores(heldOut.vectors());
        for (double[] row : logits) {
            Arrays.setAll(row, c -> scale * row[c]);
        }
        Choice best = null;
        for (double beta : betas) {
            TipAdapter adapter = new TipAdapter(1, beta);
            double[][] affinities = Arrays.stream(similarities)
                    .map(row -> adapter.affinities(row, keys, logits[0].length))
                    .toArray(double[][]::new);
            for (double alpha : alphas) {
                Choice choice = judge(new TipAdapter(alpha, beta), sum(logits, affinities, alpha), right);
                best = best == null || best.isWorseThan(choice) ? choice : best;
            }
        }
        return best;
    }

    private static double[][] sum(double[][] logits, double[][] affinities, double alpha) {
        double[][] sums = new double[logits.length][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = logits[i].clone();
            TipAdapter.addTo(sums[i], affinities[i], alpha);
        }
        return sums;
    }

    private static Choice judge(TipAdapter adapter, double[][] logits, int[] right) {
        LabelledScores scores = LabelledScores.of(logits, right);
        return new Choice(adapter, scores.topAccuracy(1), NegativeLogLikelihood.mean(scores, 1));
    }
}
