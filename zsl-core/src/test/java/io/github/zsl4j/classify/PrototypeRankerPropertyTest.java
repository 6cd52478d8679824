package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** What holds for any classes with any number of weighted prototypes. */
class PrototypeRankerPropertyTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("s", 6);
    private static final int ROWS = 8;

    private final Random random = new Random();
    private Prototypes prototypes;
    private Embedding query;

    private EmbeddingMatrix vectors(int rows) {
        float[] values = new float[rows * SPACE.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingMatrix.wrap(SPACE, values);
    }

    /** Classes c0, c1, … of one to four vectors each, drawn from eight that they share. */
    private void draw(long seed, int classes) {
        random.setSeed(seed);
        List<List<Component>> components = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            components.add(random.ints(1 + random.nextInt(4), 0, ROWS)
                    .mapToObj(row -> new Component(row, random.nextGaussian()))
                    .toList());
        }
        prototypes = Prototypes.of(labels(classes), vectors(ROWS), components);
        query = vectors(1).row(0);
    }

    private static List<String> labels(int classes) {
        return IntStream.range(0, classes).mapToObj(c -> "c" + c).toList();
    }

    /**
     * One softmax over all prototypes of all classes, then summed by class; the weights' power is 1 unless spoiled. A
     * class's weights are divided by their sum.
     */
    private double[] softmaxOverPrototypes(Similarity similarity, double scale, double power) {
        double[] p = new double[prototypes.labels().size()];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            for (Component k : prototypes.components(c)) {
                p[c] += weight(c, k, power) * Math.exp(scale * similarity(similarity, k));
            }
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private double similarity(Similarity similarity, Component k) {
        return similarity.between(query, prototypes.vectors().row(k.row()));
    }

    private double weight(int index, Component k, double power) {
        double total = prototypes.components(index).stream()
                .mapToDouble(j -> Math.exp(power * j.logWeight()))
                .sum();
        return Math.exp(power * k.logWeight()) / total;
    }

    private double[] probabilities(Similarity similarity, double scale) {
        Calibration softmax = Calibration.softmax(scale);
        return softmax.probabilities(new PrototypeRanker(prototypes, similarity, softmax)
                .scores(EmbeddingMatrix.of(SPACE, query.toArray()))[0]);
    }

    @Property
    void probabilitiesAreOneSoftmaxOverAllPrototypesSummedByClass(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int classes,
            @ForAll Similarity similarity,
            @ForAll @DoubleRange(min = 0.01, max = 10) @Scale(6) double scale) {
        draw(seed, classes);
        // Exponents of up to 10 * 60, rounded to double by 1e-13; that is the relative error of the exponentials.
        assertThat(probabilities(similarity, scale))
                .containsExactly(softmaxOverPrototypes(similarity, scale, 1), within(1e-11));
    }

    /** Negative control: weights left out, or a scale off by a thousandth, fail the same assertion. */
    @Test
    void theCheckSeesForgottenWeightsAndAWrongScale() {
        draw(5, 4);
        double[] p = probabilities(Similarity.COSINE, 3);
        assertThat(p).containsExactly(softmaxOverPrototypes(Similarity.COSINE, 3, 1), within(1e-11));
        for (double[] wrong : List.of(
                softmaxOverPrototypes(Similarity.COSINE, 3, 0), softmaxOverPrototypes(Similarity.COSINE, 3.003, 1))) {
            assertThatThrownBy(() -> assertThat(p).containsExactly(wrong, within(1e-11)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Property
    void theOrderOfTheClassesChangesNoScore(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int classes) {
        draw(seed, classes);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, classes).boxed().toList());
        Collections.shuffle(order, random);
        Prototypes shuffled = Prototypes.of(
                order.stream().map(prototypes.labels()::get).toList(),
                prototypes.vectors(),
                order.stream().map(prototypes::components).toList());
        EmbeddingMatrix one = EmbeddingMatrix.of(SPACE, query.toArray());
        Calibration softmax = Calibration.softmax(7);
        double[] plain = new PrototypeRanker(prototypes, Similarity.COSINE, softmax).scores(one)[0];
        double[] moved = new PrototypeRanker(shuffled, Similarity.COSINE, softmax).scores(one)[0];
        for (int i = 0; i < classes; i++) {
            assertThat(moved[i]).isEqualTo(plain[order.get(i)]);
        }
    }

    @Property
    void theScoreLiesBetweenTheBestPrototypeAndTheSumOfAll(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1e6) @Scale(6) double scale) {
        draw(seed, 1);
        Calibration softmax = Calibration.softmax(scale);
        double score = new PrototypeRanker(prototypes, Similarity.COSINE, softmax)
                .scores(EmbeddingMatrix.of(SPACE, query.toArray()))[0][0];
        double best = prototypes.components(0).stream()
                .mapToDouble(k -> similarity(Similarity.COSINE, k) + Math.log(weight(0, k, 1)) / scale)
                .max()
                .orElseThrow();
        int count = prototypes.components(0).size();
        double rounding = 1e-14 * Math.max(1, 1 / scale);
        assertThat(score).isBetween(best - rounding, best + Math.log(count) / scale + rounding);
    }

    /** With the sigmoid, a class's odds p / (1 - p) are the weighted mean of its prototypes' own. */
    @Property
    void oddsOfIndependentLabelsAreTheMeanOddsOfTheirPrototypes(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 5) @Scale(6) double scale) {
        draw(seed, 1);
        double bias = random.nextGaussian();
        double p = new PrototypeRanker(prototypes, Similarity.COSINE, Calibration.sigmoid(scale, bias))
                .rank(query)
                .best()
                .probability();
        double odds = prototypes.components(0).stream()
                .mapToDouble(k -> weight(0, k, 1) * Math.exp(scale * similarity(Similarity.COSINE, k) + bias))
                .sum();
        // Odds of at most e^10: 1 - p keeps twelve digits, relative to which it is rounded.
        assertThat(p / (1 - p)).isCloseTo(odds, within(1e-9 * Math.max(1, odds * odds)));
    }
}
