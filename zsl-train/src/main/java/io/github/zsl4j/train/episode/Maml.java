package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.TrainingLoop;
import java.util.Objects;

/**
 * Model-agnostic meta-learning in its first-order form, on a small network: where to begin so that after a few steps on the
 * labelled pictures of an episode the loss of its other pictures is low.
 *
 * <pre>θ' = θ - rate dL(support, θ)/dθ, for each step of the adaptation
 *the optimiser follows dL(queries, θ')/dθ'</pre>
 *
 * <p>Taking the gradient at θ' for that by θ leaves out second derivatives; the paper found the results nearly the same
 * (section 5.2). An epoch has as many episodes as the training pictures are enough for. Needs no engine.
 *
 * <p><b>References:</b> Finn, Abbeel and Levine, "Model-agnostic meta-learning for fast adaptation of deep networks", ICML
 * 2017.
 *
 * @param hidden the dimension between two layers; 0 for one layer
 * @param adaptation how classes are learned, in training and afterwards
 * @param shape of the episodes, with at least 1 shot; its ways are the most classes that can be learned afterwards
 * @param options of the training; its batch size is in episodes (the paper: 2 to 32). Of what may be held out, classes
 */
public record Maml(int hidden, Adaptation adaptation, EpisodeShape shape, TrainingOptions options)
        implements EpisodeMethod {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Maml {
        Objects.requireNonNull(adaptation, "adaptation");
        Objects.requireNonNull(options, "options");
        shape.requireShots();
        MetaTask.requireHidden(hidden);
    }

    /** As {@link #fit(EmbeddingMatrix, int[], TrainingRun)}, silently. */
    public MetaLearner fit(EmbeddingMatrix features, int[] labels) {
        return fit(features, labels, TrainingRun.silent());
    }

    /**
     * Trains.
     *
     * @param features of pictures [n, d]
     * @param labels their classes, at least 0
     * @throws IllegalArgumentException if too few classes have enough pictures, or the checkpoint is of another training
     * @throws ArithmeticException if the loss leaves the numbers; a lower learning rate or scaled features help
     */
    public MetaLearner fit(EmbeddingMatrix features, int[] labels, TrainingRun run) {
        MetaTask task = task(new LabelledFeatures(features, labels));
        return task.learner(TrainingLoop.train(task, options, run));
    }

    MetaTask task(LabelledFeatures data) {
        return new MetaTask(this, adaptation, hidden, data) {
            @Override
            Gradients episode(HeadNetwork head, Episode episode) {
                adapt(head, episode.support(), episode.supportLabels());
                return atQueries(head, episode);
            }
        };
    }
}
