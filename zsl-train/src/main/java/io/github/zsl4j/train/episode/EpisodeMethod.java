package io.github.zsl4j.train.episode;

import io.github.zsl4j.train.TrainingOptions;

/** A method that is trained with episodes. */
interface EpisodeMethod {

    EpisodeShape shape();

    TrainingOptions options();
}
