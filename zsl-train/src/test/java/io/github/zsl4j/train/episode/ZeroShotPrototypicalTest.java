package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.testkit.AlignmentTrainerContract;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;

class ZeroShotPrototypicalTest extends AlignmentTrainerContract {

    @Override
    protected AlignmentTrainer trainer() {
        TrainingOptions options = TrainingOptions.of(40).withBatchSize(2).withOptimiser(Optimiser.adam(0.02));
        return new ZeroShotPrototypicalNetwork(16, new EpisodeShape(20, 0, 5), options);
    }
}
