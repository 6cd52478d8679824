package io.github.zsl4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.evaluate.ReliabilityDiagram;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroShotProtocolTest {

    private static final Method RIDGE = new Method("ridge", List.of(ridge(1), ridge(1e9), ridge(1e-3)));

    private static ScaledTrainer ridge(double lambda) {
        return new ScaledTrainer(new Ridge(lambda), Scaling.CENTRE, Scaling.CENTRE, true);
    }

    @Test
    void recognisesUnseenClassesOfALinearWorld() {
        MethodResult result = ZeroShotProtocol.of(new SmallWorld(1).data(), 1).run(RIDGE);
        assertThat(result.test().unseenAccuracy()).isGreaterThan(0.95);
        assertThat(result.method()).isEqualTo("ridge");
    }

    @Test
    void choosesOnValidationClasses() {
        MethodResult result = ZeroShotProtocol.of(new SmallWorld(2).data(), 1).run(RIDGE);
        assertThat(result.trainer()).isNotEqualTo(ridge(1e9));
    }

    @Test
    void calibrationComesNearTheOracle() {
        for (long seed = 1; seed <= 5; seed++) {
            MethodResult result =
                    ZeroShotProtocol.of(new SmallWorld(seed).data(), seed).run(RIDGE);
            double oracle = result.oracle().harmonicMean();
            assertThat(result.calibrated().harmonicMean()).isBetween(0.9 * oracle, oracle);
        }
    }

    /** The scores of a method that prefers what it was trained with, by a constant that the protocol must find. */
    @Test
    void findsTheConstant() {
        ZeroShotData data = new SmallWorld(4).data();
        MethodResult result = ZeroShotProtocol.of(data, 1).run(new Method("biased", List.of(new Memory())));
        assertThat(result.plain().unseen()).isLessThan(0.2);
        assertThat(result.calibrated().harmonicMean())
                .isGreaterThan(result.plain().harmonicMean() + 0.3);
    }

    /** Nothing about the test pictures may reach the choice of options or of the constant. */
    @Test
    void choosesTheSameWhateverTheTestPicturesAre() {
        SmallWorld world = new SmallWorld(3);
        MethodResult before = ZeroShotProtocol.of(world.data(), 7).run(RIDGE);
        ZeroShotData data = world.data();
        for (int row : data.splits().testUnseen()) {
            Arrays.fill(world.features, row * 16, row * 16 + 16, row);
        }
        for (int row : data.splits().testSeen()) {
            Arrays.fill(world.features, row * 16, row * 16 + 16, -row);
        }
        MethodResult after = ZeroShotProtocol.of(world.data(), 7).run(RIDGE);
        assertThat(after.trainer()).isEqualTo(before.trainer());
        assertThat(after.calibration().constant())
                .isEqualTo(before.calibration().constant());
        assertThat(after.test().unseenAccuracy()).isLessThan(before.test().unseenAccuracy());
    }

    /** Probabilities say how often answers are right, though the scale was fitted to other classes; 114 pictures say so roughly. */
    @Test
    void calibratesProbabilities() {
        MethodResult result =
                ZeroShotProtocol.of(new SmallWorld(5, 2).data(), 1).run(RIDGE);
        ReliabilityDiagram diagram = ReliabilityDiagram.equalWidth(result.probabilities(), 10);
        assertThat(diagram.expectedCalibrationError()).isLessThan(0.25);
    }

    @Test
    void isDeterministic() {
        MethodResult a = ZeroShotProtocol.of(new SmallWorld(3).data(), 7).run(RIDGE);
        MethodResult b = ZeroShotProtocol.of(new SmallWorld(3).data(), 7).run(RIDGE);
        assertThat(a.calibration()).isEqualTo(b.calibration());
        assertThat(a.test().curve().points()).isEqualTo(b.test().curve().points());
    }

    @Test
    void drawsValidationClassesWhereTheDataNamesNone() {
        MethodResult result =
                ZeroShotProtocol.of(new SmallWorld(1).data(List.of()), 1).run(RIDGE);
        assertThat(result.test().unseenAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void refusesToWorkWithoutFolds() {
        assertThatThrownBy(() -> ZeroShotProtocol.of(new SmallWorld(1).data(), 1, 0))
                .hasMessageContaining("At least one validation fold");
    }
}
