package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.regression.SoftmaxRegression;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearProbeTest {

    private final SphereWorld world = new SphereWorld(9);
    private final SupportSet support = world.examples(8, 1.5);
    private final SupportSet queries = world.examples(30, 1.5);

    @Test
    void learnsClassesAndNothingFromWrongLabels() {
        Ranker probe = LinearProbe.defaults().fit(support);
        assertThat(probe.labels()).isEqualTo(support.classes());
        assertThat(SphereWorld.accuracy(probe, queries)).isGreaterThan(0.8);
        Ranker wrong = LinearProbe.defaults().fit(SphereWorld.mislabelled(support));
        assertThat(SphereWorld.accuracy(wrong, queries)).isLessThan(1.0 / SphereWorld.CLASSES);
    }

    @Test
    void choosesAPenaltyThatHoldsForOthers() {
        LinearProbe probe = LinearProbe.defaults();
        SupportSet noisy = world.examples(8, 2.5);
        SupportSet others = world.examples(30, 2.5);
        double chosen = SphereWorld.nll(probe.fit(noisy), others);
        double weakest = SphereWorld.nll(LinearProbe.of(1e-5).fit(noisy), others);
        double strongest = SphereWorld.nll(LinearProbe.of(10).fit(noisy), others);
        assertThat(chosen).isLessThan(weakest / 1.2).isLessThan(strongest / 1.2);
        assertThat(probe.penalties()).contains(probe.penalty(support));
    }

    @Test
    void takesAMiddlePenaltyForSingleExamples() {
        SupportSet single = world.examples(1, 1);
        assertThat(LinearProbe.defaults().penalty(single)).isEqualTo(0.001);
        assertThat(new LinearProbe(List.of(5.0, 1.0, 3.0), 2).penalty(single)).isEqualTo(1);
        assertThat(LinearProbe.of(7).penalty(single)).isEqualTo(7);
    }

    /** With fewer examples than dimensions it is found in their span, and with more in the whole space. */
    @Test
    void isTheSameClassifierInTheSpanOfTheExamples() {
        SupportSet few = world.examples(2, 1.5);
        LinearAlignment whole = new SoftmaxRegression(0.1).fit(few.vectors(), few.classIndices(), SphereWorld.CLASSES);
        double[][] scores = LinearProbe.of(0.1).fit(few).scores(queries.vectors());
        float[] expected = whole.apply(queries.vectors()).toArray();
        for (int k = 0; k < expected.length; k++) {
            // Coordinates and weights are rounded to floats; logits are up to 5.
            assertThat(scores[k / SphereWorld.CLASSES][k % SphereWorld.CLASSES]).isCloseTo(expected[k], within(2e-5));
        }
        assertThat(Span.of(few).examples().space().dimension()).isEqualTo(20);
        assertThat(Span.of(support).examples()).isSameAs(support);
    }

    @Test
    void refusesWhatCannotBeLearned() {
        assertThatThrownBy(() -> new LinearProbe(List.of(), 5)).hasMessageContaining("penalty");
        assertThatThrownBy(() -> new LinearProbe(List.of(1.0), 1)).hasMessageContaining("2 folds");
        assertThatThrownBy(() -> LinearProbe.of(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> LinearProbe.of(1).fit(support.select(0, 10))).hasMessageContaining("two classes");
    }
}
