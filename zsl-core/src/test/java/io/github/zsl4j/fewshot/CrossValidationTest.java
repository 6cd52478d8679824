package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private final SphereWorld world = new SphereWorld(1);

    private static Ranker means(SupportSet set) {
        return SphereWorld.ranker(set.prototypes());
    }

    @Test
    void holdsOutOneExampleOfEveryClassAtATime() {
        SupportSet set = world.examples(3, 1);
        List<SupportSet> seen = new ArrayList<>();
        LabelledScores scores = CrossValidation.scores(set, 10, part -> {
                    seen.add(part);
                    return means(part);
                })
                .orElseThrow();
        assertThat(scores.rows()).isEqualTo(30);
        assertThat(seen).hasSize(3).allMatch(part -> part.size() == 20).allMatch(part -> part.shots()[4] == 2);
    }

    /** By hand for one example: the first of class 0, which is held out in fold 0 with the first of all others. */
    @Test
    void scoresWithWhatHasNotSeenTheExample() {
        SupportSet set = world.examples(2, 1);
        LabelledScores scores =
                CrossValidation.scores(set, 2, CrossValidationTest::means).orElseThrow();
        SupportSet first = set.select(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        SupportSet second = set.select(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        assertThat(scores.score(0, 3)).isCloseTo(means(second).scores(first.vectors())[0][3], within(1e-12));
        assertThat(scores.score(10, 3)).isCloseTo(means(first).scores(second.vectors())[0][3], within(1e-12));
        // Negative control: with the example among those that are learned from, its score is another.
        assertThat(means(set).scores(first.vectors())[0][0]).isGreaterThan(scores.score(0, 0) + 0.01);
    }

    @Test
    void neverHoldsOutTheOnlyExampleOfAClass() {
        SupportSet set = world.examples(2, 1).select(0, 10, 1, 2);
        LabelledScores scores =
                CrossValidation.scores(set, 5, CrossValidationTest::means).orElseThrow();
        assertThat(scores.rows()).isEqualTo(2);
        assertThat(scores.classes()).isEqualTo(3);
        assertThat(CrossValidation.scores(world.examples(1, 1), 5, CrossValidationTest::means))
                .isEmpty();
    }

    @Test
    void keepsTheTemperatureWhenNothingCanBeHeldOut() {
        Ranker ranker = CrossValidation.calibrated(world.examples(1, 1), 5, CrossValidationTest::means);
        assertThat(ranker.calibration().scale()).isEqualTo(SphereWorld.SCALE);
    }

    @Test
    void givesBetterProbabilitiesThanTheTemperatureOfAnotherTask() {
        SupportSet support = world.examples(5, 2.5);
        SupportSet queries = world.examples(40, 2.5);
        Ranker plain = means(support).withCalibration(io.github.zsl4j.classify.Calibration.softmax(200));
        Ranker fitted = CrossValidation.calibrated(support, 5, set -> means(set).withCalibration(plain.calibration()));
        assertThat(SphereWorld.nll(fitted, queries)).isLessThan(SphereWorld.nll(plain, queries) / 2);
    }

    @Test
    void refusesLessThanTwoFolds() {
        assertThatThrownBy(() -> CrossValidation.scores(world.examples(2, 1), 1, CrossValidationTest::means))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 folds");
    }
}
