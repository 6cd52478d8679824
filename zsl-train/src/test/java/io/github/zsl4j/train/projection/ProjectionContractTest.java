package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.testkit.AlignmentTrainerContract;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import org.junit.jupiter.api.Nested;

class ProjectionContractTest {

    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(25).withBatchSize(100).withOptimiser(Optimiser.adam(0.03));

    @Nested
    class LinearTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new LinearProjection(ProjectionLoss.MEAN_SQUARED_ERROR, Destination.semantics(), OPTIONS);
        }
    }

    @Nested
    class LinearCommonTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new LinearProjection(ProjectionLoss.COSINE, Destination.common(16), OPTIONS);
        }
    }

    @Nested
    class ConverterTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Converter(64, ProjectionLoss.COSINE, Destination.semantics(), OPTIONS);
        }
    }

    @Nested
    class ConverterCommonTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Converter(64, ProjectionLoss.MEAN_SQUARED_ERROR, Destination.common(16), OPTIONS);
        }
    }

    @Nested
    class DemTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new Dem(64, false, OPTIONS);
        }
    }

    @Nested
    class ClassNormalizationTest extends AlignmentTrainerContract {
        @Override
        protected AlignmentTrainer trainer() {
            return new ClassNormalization(64, 5, false, OPTIONS);
        }
    }
}
