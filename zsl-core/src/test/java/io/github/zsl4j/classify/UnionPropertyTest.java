package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Unions of prototypes, by what they are for: the scores of a ranking. */
class UnionPropertyTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("s", 4);
    private static final List<String> LABELS = List.of("a", "b", "c", "d");

    private static EmbeddingMatrix vectors(Random random, int rows) {
        float[] values = new float[rows * SPACE.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingMatrix.wrap(SPACE, values);
    }

    /** Some of the labels, each with one to three of four vectors. */
    private static Prototypes draw(Random random) {
        List<String> labels = new ArrayList<>(LABELS);
        labels.subList(1, 1 + random.nextInt(LABELS.size())).clear();
        List<List<Component>> components = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            components.add(random.ints(1 + random.nextInt(3), 0, 4)
                    .mapToObj(row -> new Component(row, random.nextGaussian()))
                    .toList());
        }
        return Prototypes.of(labels, vectors(random, 4), components);
    }

    private static Map<String, Double> scores(Prototypes prototypes, EmbeddingMatrix query) {
        double[] scores = new PrototypeRanker(prototypes, Similarity.COSINE, Calibration.softmax(5)).scores(query)[0];
        Map<String, Double> byLabel = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            byLabel.put(prototypes.labels().get(i), scores[i]);
        }
        return byLabel;
    }

    private static void assertAlike(Prototypes first, Prototypes second, EmbeddingMatrix query) {
        Map<String, Double> expected = scores(first, query);
        assertThat(scores(second, query))
                .hasSameSizeAs(expected)
                .allSatisfy((label, score) ->
                        // Sums of up to nine terms in another order, scores of up to 1.
                        assertThat(score).isCloseTo(expected.get(label), within(1e-14)));
    }

    @Property
    void isAssociativeToTheBit(@ForAll long seed) {
        Random random = new Random(seed);
        Prototypes a = draw(random);
        Prototypes b = draw(random);
        Prototypes c = draw(random);
        Prototypes left = a.union(b).union(c);
        Prototypes right = a.union(b.union(c));
        assertThat(left.labels()).isEqualTo(right.labels());
        assertThat(left.vectors()).isEqualTo(right.vectors());
        for (int i = 0; i < left.labels().size(); i++) {
            assertThat(left.components(i)).isEqualTo(right.components(i));
        }
    }

    @Property
    void isCommutativeUpToOrder(@ForAll long seed) {
        Random random = new Random(seed);
        Prototypes a = draw(random);
        Prototypes b = draw(random);
        assertAlike(a.union(b), b.union(a), vectors(random, 1));
    }

    @Property
    void ofASetWithItselfScoresAsTheSet(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int times) {
        Random random = new Random(seed);
        Prototypes a = draw(random);
        Prototypes all = a;
        for (int i = 1; i < times; i++) {
            all = all.union(a);
        }
        assertAlike(a, all, vectors(random, 1));
    }

    @Property
    void leavesTheScoresOfWhatOneSetAloneHas(@ForAll long seed) {
        Random random = new Random(seed);
        Prototypes a = draw(random);
        Prototypes other = Prototypes.of(List.of("e"), vectors(random, 1));
        EmbeddingMatrix query = vectors(random, 1);
        Map<String, Double> both = scores(a.union(other), query);
        scores(a, query).forEach((label, score) -> assertThat(both).containsEntry(label, score));
        scores(other, query).forEach((label, score) -> assertThat(both).containsEntry(label, score));
    }

    /** Negative control: halving the weights at every union, as a mean of two would, is not associative. */
    @Test
    void theCheckSeesWeightsThatAreHalved() {
        Random random = new Random(1);
        Prototypes a = Prototypes.of(List.of("a"), vectors(random, 1));
        Prototypes b = Prototypes.of(List.of("a"), vectors(random, 1));
        Prototypes c = Prototypes.of(List.of("a"), vectors(random, 1));
        EmbeddingMatrix query = vectors(random, 1);
        Prototypes left = halved(halved(a, b), c);
        Prototypes right = halved(a, halved(b, c));
        assertThatThrownBy(() -> assertAlike(left, right, query)).isInstanceOf(AssertionError.class);
        assertAlike(a.union(b).union(c), a.union(b.union(c)), query);
    }

    private static Prototypes halved(Prototypes x, Prototypes y) {
        Prototypes union = x.union(y);
        int mine = x.components(0).size();
        List<Component> both = new ArrayList<>();
        for (int k = 0; k < union.components(0).size(); k++) {
            Component component = union.components(0).get(k);
            int count = k < mine ? mine : union.components(0).size() - mine;
            both.add(new Component(component.row(), Math.log(0.5 / count)));
        }
        return Prototypes.of(union.labels(), union.vectors(), List.of(both));
    }
}
