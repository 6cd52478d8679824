package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.testkit.AlignmentTrainerContract;
import io.github.zsl4j.testkit.LinearWorld;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.projection.ProjectionLoss;
import org.junit.jupiter.api.Nested;

class CrossModalContractTest {

    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(25).withBatchSize(100).withOptimiser(Optimiser.adam(0.03));

    @Nested
    class InfoNceTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return InfoNce.of(Heads.both(Head.linear(), 16), OPTIONS);
        }
    }

    @Nested
    class TripletTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return Triplet.of(Heads.both(Head.twoLayers(64), 16), OPTIONS);
        }
    }

    /** Features, of 24 components, begin as their first 12. */
    @Nested
    class ResidualTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            Heads heads = new Heads(Head.linear().residualOfRest(), Head.linear(), 12);
            return new InfoNce(heads, 0.1, false, OPTIONS);
        }
    }

    @Nested
    class MatchingTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            Heads heads = new Heads(Head.twoLayers(64).residual(), Head.identity(), 12);
            return new Matching(heads, ProjectionLoss.MEAN_SQUARED_ERROR, OPTIONS);
        }

        /** Semantics are of the features' space, where they stay. */
        @Override
        protected LinearWorld world() {
            return LinearWorld.joint(12, 1);
        }
    }
}
