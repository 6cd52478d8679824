package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.evaluate.ConfusionMatrix;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.train.gradient.Seeds;
import java.util.Objects;
import java.util.Random;

/**
 * Measures how well classes are learned from a handful of pictures: N-way K-shot accuracy. With one seed, all learners are
 * given the same episodes.
 *
 * @param shape N ways and K shots, at least 1, and the queries
 * @param episodes at least 1
 * @param seed of the episodes
 */
public record FewShotEvaluation(EpisodeShape shape, int episodes, long seed) {

    /** @throws IllegalArgumentException if there is no episode or no shot */
    public FewShotEvaluation {
        Objects.requireNonNull(shape, "shape");
        shape.requireShots();
        if (episodes < 1) {
            throw new IllegalArgumentException("At least 1 episode is needed, not " + episodes);
        }
    }

    /** 600 episodes, as is the custom, seed 0. */
    public FewShotEvaluation(EpisodeShape shape) {
        this(shape, 600, 0);
    }

    /**
     * Measures.
     *
     * @param features of pictures of classes that the learner has not seen [n, d]
     * @param labels the class of each picture, at least 0
     * @throws IllegalArgumentException if too few classes have enough pictures
     */
    public FewShotAccuracy evaluate(FewShotLearner learner, EmbeddingMatrix features, int[] labels) {
        return evaluate(learner, features, EpisodeSampler.of(labels, shape));
    }

    FewShotAccuracy evaluate(FewShotLearner learner, EmbeddingMatrix features, EpisodeSampler sampler) {
        double[] accuracies = new double[episodes];
        for (int e = 0; e < episodes; e++) {
            Random random = Seeds.random(seed, e);
            accuracies[e] = accuracy(learner, features, sampler.sample(random));
        }
        return FewShotAccuracy.of(accuracies);
    }

    private static double accuracy(FewShotLearner learner, EmbeddingMatrix features, Episode episode) {
        FewShotClassifier classifier = learner.adapt(features.select(episode.support()), episode.supportLabels());
        double[][] scores = classifier.scores(features.select(episode.queries()));
        return ConfusionMatrix.of(LabelledScores.of(scores, episode.queryLabels()))
                .accuracy();
    }
}
