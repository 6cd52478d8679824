package io.github.zsl4j.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrototypesTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final EmbeddingMatrix THREE = matrix(1, 2, 3, 4, 5, 6);

    private static EmbeddingMatrix matrix(float... values) {
        return EmbeddingMatrix.of(PLANE, values);
    }

    private static Prototypes weighted(Component... components) {
        return Prototypes.of(List.of("cat"), THREE, List.of(List.of(components)));
    }

    @Test
    void areOneVectorPerClassInTheirOrder() {
        Prototypes prototypes = Prototypes.of(List.of("dog", "cat", "ant"), THREE);
        assertThat(prototypes.labels()).containsExactly("dog", "cat", "ant");
        assertThat(prototypes.vectors()).isEqualTo(THREE);
        assertThat(prototypes.space()).isEqualTo(PLANE);
        for (int i = 0; i < 3; i++) {
            assertThat(prototypes.components(i)).containsExactly(new Component(i, 0));
        }
    }

    @Test
    void mayShareVectorsAmongClasses() {
        List<List<Component>> shared =
                List.of(List.of(new Component(0, 0), new Component(2, -1)), List.of(new Component(2, 0)));
        Prototypes prototypes = Prototypes.of(List.of("animal", "cat"), THREE, shared);
        assertThat(prototypes.components(0)).isEqualTo(shared.get(0));
        assertThat(prototypes.components(1)).isEqualTo(shared.get(1));
    }

    @Test
    void doNotChangeWithTheCallersLists() {
        List<String> labels = new ArrayList<>(List.of("cat"));
        List<Component> one = new ArrayList<>(List.of(new Component(0, 0)));
        List<List<Component>> components = new ArrayList<>(List.of(one));
        Prototypes prototypes = Prototypes.of(labels, THREE, components);
        labels.set(0, "dog");
        one.set(0, new Component(99, Double.NaN));
        components.clear();
        assertThat(prototypes.labels()).containsExactly("cat");
        assertThat(prototypes.components(0)).containsExactly(new Component(0, 0));
        assertThatThrownBy(() -> prototypes.components(0).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refuseAnotherNumberOfVectorsThanLabels() {
        assertThatThrownBy(() -> Prototypes.of(List.of("cat", "dog"), THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 labels but 3 vectors");
        assertThatThrownBy(() -> Prototypes.of(List.of("cat"), THREE, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 labels but components of 0");
    }

    @Test
    void refuseNoLabelBlankLabelsAndLabelsGivenTwice() {
        assertThatThrownBy(() -> Prototypes.of(List.of(), matrix()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least one label is needed");
        assertThatThrownBy(() -> Prototypes.of(List.of("cat", " ", "dog"), THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> Prototypes.of(List.of("cat", "dog", "cat"), THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The label 'cat' is given twice");
    }

    @Test
    void refuseAClassWithoutPrototype() {
        assertThatThrownBy(() -> weighted())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class 'cat' has no prototype");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
    void refuseRowsThatAreNotThere(int row) {
        assertThatThrownBy(() -> weighted(new Component(0, 0), new Component(row, 0)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining(Integer.toString(row));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void refuseWeightsThatAreNotFinite(double logWeight) {
        assertThatThrownBy(() -> weighted(new Component(0, logWeight)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A weight of 'cat' is not finite: " + logWeight);
    }

    /** By hand: the unit vectors of (3, 4) and (0, 10) are (0.6, 0.8) and (0, 1), their mean (0.3, 0.9). */
    @Test
    void ofExamplesAreMeansOfUnitVectors() {
        Prototypes prototypes = Prototypes.ofExamples(List.of("cat", "dog", "cat"), matrix(3, 4, -7, 0, 0, 10));
        assertThat(prototypes.labels()).containsExactly("cat", "dog");
        assertMean(prototypes, 0.3f, 0.9f);
        assertThat(prototypes.vectors().row(1)).isEqualTo(Embedding.of(PLANE, -1, 0));
        assertThat(prototypes.components(0)).containsExactly(new Component(0, 0));
    }

    private static void assertMean(Prototypes prototypes, float x, float y) {
        // Values below 1, rounded once as unit vectors and once as means: 2^-24 at most each.
        assertThat(prototypes.vectors().row(0).toArray()).containsExactly(new float[] {x, y}, within(0x1p-23f));
    }

    /** Negative control: neither the plain mean (1.5, 7) nor its direction passes. */
    @Test
    void theCheckOfMeansSeesAForgottenNormalisation() {
        Prototypes prototypes = Prototypes.ofExamples(List.of("cat", "cat"), matrix(3, 4, 0, 10));
        assertMean(prototypes, 0.3f, 0.9f);
        assertThatThrownBy(() -> assertMean(prototypes, 1.5f, 7)).isInstanceOf(AssertionError.class);
        float length = (float) Math.hypot(1.5, 7);
        assertThatThrownBy(() -> assertMean(prototypes, 1.5f / length, 7 / length))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void ofExamplesOrderClassesByFirstAppearance() {
        Prototypes prototypes =
                Prototypes.ofExamples(List.of("z", "a", "m", "a", "z"), matrix(1, 0, 0, 1, 1, 1, 0, 1, 1, 0));
        assertThat(prototypes.labels()).containsExactly("z", "a", "m");
        assertThat(prototypes.vectors().select(0, 1)).isEqualTo(matrix(1, 0, 0, 1));
    }

    @Test
    void ofExamplesTakeZeroAndOppositeExamples() {
        assertMean(Prototypes.ofExamples(List.of("cat", "cat"), matrix(0, 0, 0, 8)), 0, 0.5f);
        assertMean(Prototypes.ofExamples(List.of("cat", "cat"), matrix(5, 0, -1, 0)), 0, 0);
    }

    @Test
    void ofExamplesRefuseMismatchedLengths() {
        assertThatThrownBy(() -> Prototypes.ofExamples(List.of("cat"), THREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 labels but 3 examples");
        assertThatThrownBy(() -> Prototypes.ofExamples(List.of(), matrix()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUnionOfDifferentClassesOnlyMovesRows() {
        Prototypes union = Prototypes.of(List.of("a", "b"), matrix(1, 2, 3, 4))
                .union(Prototypes.of(List.of("c", "d"), matrix(5, 6, 7, 8)));
        assertThat(union.labels()).containsExactly("a", "b", "c", "d");
        assertThat(union.vectors()).isEqualTo(matrix(1, 2, 3, 4, 5, 6, 7, 8));
        for (int i = 0; i < 4; i++) {
            assertThat(union.components(i)).containsExactly(new Component(i, 0));
        }
    }

    @Test
    void aUnionKeepsTheWeightsOfBothSides() {
        Prototypes mine = Prototypes.of(List.of("a", "b"), matrix(1, 2, 3, 4));
        Prototypes theirs = Prototypes.of(
                List.of("b", "c"),
                matrix(5, 6, 7, 8),
                List.of(
                        List.of(new Component(0, Math.log(0.25)), new Component(1, Math.log(0.75))),
                        List.of(new Component(1, 0))));
        Prototypes union = mine.union(theirs);
        assertThat(union.labels()).containsExactly("a", "b", "c");
        assertThat(union.components(0)).containsExactly(new Component(0, 0));
        assertThat(union.components(1)).extracting(Component::row).containsExactly(1, 2, 3);
        assertWeights(union.components(1), 1, 0.25, 0.75);
        assertThat(union.components(2)).containsExactly(new Component(3, 0));
    }

    private static void assertWeights(List<Component> components, double... weights) {
        for (int i = 0; i < weights.length; i++) {
            // A logarithm, a sum and an exponential, each rounded to double.
            assertThat(Math.exp(components.get(i).logWeight())).isCloseTo(weights[i], within(1e-15));
        }
    }

    @Test
    void aUnionOfUnionsGivesEverySetTheSameWeight() {
        Prototypes one = Prototypes.of(List.of("a"), matrix(1, 2));
        assertWeights(one.union(one).union(one).components(0), 1, 1, 1);
        assertWeights(one.union(one.union(one)).components(0), 1, 1, 1);
    }

    @Test
    void aUnionLeavesItsPartsUnchanged() {
        Prototypes one = Prototypes.of(List.of("a"), matrix(1, 2));
        Prototypes same = one.union(one);
        assertThat(same.vectors().rows()).isEqualTo(2);
        assertThat(one.vectors().rows()).isEqualTo(1);
        assertThat(one.components(0)).containsExactly(new Component(0, 0));
    }

    @Test
    void aUnionRefusesAnotherSpace() {
        Prototypes mine = Prototypes.of(List.of("a"), matrix(1, 2));
        Prototypes theirs =
                Prototypes.of(List.of("b"), EmbeddingMatrix.of(EmbeddingSpace.of("other", 2), new float[2]));
        assertThatThrownBy(() -> mine.union(theirs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }

    @Test
    void nameTheirNumberAndSpace() {
        assertThat(Prototypes.of(List.of("a", "b", "c"), THREE).toString()).contains("3 classes", "plane [2]");
    }
}
