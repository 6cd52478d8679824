package io.github.zsl4j.train.generate;

import io.github.zsl4j.generate.GeneratorTrainer;
import io.github.zsl4j.testkit.GeneratorTrainerContract;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import org.junit.jupiter.api.Nested;

class GeneratorContractTest {

    private static final TrainingOptions OPTIONS =
            TrainingOptions.of(60).withBatchSize(60).withOptimiser(Optimiser.adam(0.01));

    @Nested
    class ConditionalVaeTest extends GeneratorTrainerContract {
        @Override
        protected GeneratorTrainer trainer() {
            return new ConditionalVae(48, 4, 0.5, 0.1, OPTIONS);
        }
    }

    @Nested
    class FClsWganTest extends GeneratorTrainerContract {
        @Override
        protected GeneratorTrainer trainer() {
            FClsWgan.Adversary adversary = new FClsWgan.Adversary(1, 10, 1, 10);
            return new FClsWgan(48, 4, adversary, 0.1, OPTIONS.withEpochs(100));
        }
    }

    private static GeneratorTrainer cadaVae(boolean decoded) {
        CadaVae.Weights weights = new CadaVae.Weights(0.25, 1, 4, 0.5);
        return new CadaVae(48, new CadaVae.Codes(12, decoded), weights, 0.1, OPTIONS.withEpochs(100));
    }

    @Nested
    class CadaVaeTest extends GeneratorTrainerContract {
        @Override
        protected GeneratorTrainer trainer() {
            return cadaVae(false);
        }
    }

    @Nested
    class DecodedCadaVaeTest extends GeneratorTrainerContract {
        @Override
        protected GeneratorTrainer trainer() {
            return cadaVae(true);
        }
    }
}
