package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.testkit.AlignmentTrainerContract;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import org.junit.jupiter.api.Nested;

/** A bilinear function prefers long semantics, so they are scaled to length 1. */
class CompatibilityContractTest {

    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(15).withBatchSize(100).withOptimiser(Optimiser.adam(0.03));

    private static AlignmentTrainer unit(GradientTrainer trainer) {
        return new ScaledTrainer(trainer, Scaling.UNIT, Scaling.UNIT, false);
    }

    @Nested
    class DeviseTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return unit(new Devise(1, OPTIONS));
        }
    }

    @Nested
    class AleTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return unit(new Ale(1, OPTIONS));
        }
    }

    @Nested
    class SjeTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return unit(new Sje(1, OPTIONS));
        }
    }

    @Nested
    class LatEmTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return unit(new LatEm(3, 1, OPTIONS));
        }
    }
}
