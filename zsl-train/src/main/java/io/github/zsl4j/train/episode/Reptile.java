package io.github.zsl4j.train.episode;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.TrainingLoop;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Reptile, on a small network: where to begin is moved towards where a few steps on an episode lead.
 *
 * <pre>θ' = θ - rate dL(all pictures of the episode, θ)/dθ, for each step of the adaptation
 *the optimiser follows θ - θ'</pre>
 *
 * <p>With {@link io.github.zsl4j.train.Optimiser#sgd} of learning rate ε that is θ + ε (θ' - θ), as in the paper. The loss
 * that a listener is told of is that of the queries at θ'. An epoch has as many episodes as the training pictures are
 * enough for. Needs no engine.
 *
 * <p><b>References:</b> Nichol, Achiam and Schulman, "On first-order meta-learning algorithms", 2018.
 *
 * @param hidden the dimension between two layers; 0 for one layer
 * @param adaptation how classes are learned, in training and afterwards; at least 2 steps, as the first alone would be plain
 *     training
 * @param shape of the episodes, with at least 1 shot; its ways are the most classes that can be learned afterwards
 * @param options of the training; its batch size is in episodes. Of what may be held out, classes
 */
public record Reptile(int hidden, Adaptation adaptation, EpisodeShape shape, TrainingOptions options)
        implements EpisodeMethod {

    /** @throws IllegalArgumentException if a number is out of its range */
    public Reptile {
        Objects.requireNonNull(adaptation, "adaptation");
        Objects.requireNonNull(options, "options");
        shape.requireShots();
        MetaTask.requireHidden(hidden);
        if (adaptation.steps() < 2) {
            throw new IllegalArgumentException("Reptile takes at least 2 steps, not " + adaptation.steps());
        }
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
                List<float[]> begin = HeadNetwork.of(head.arrays()).arrays();
                adapt(
                        head,
                        concat(episode.support(), episode.queries()),
                        concat(episode.supportLabels(), episode.queryLabels()));
                return new Gradients(atQueries(head, episode).loss(), difference(begin, head.arrays()));
            }
        };
    }

    private static int[] concat(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    /** Replaces {@code begin} by what is to be subtracted from it to come to {@code end}. */
    private static List<float[]> difference(List<float[]> begin, List<float[]> end) {
        for (int p = 0; p < begin.size(); p++) {
            for (int i = 0; i < begin.get(p).length; i++) {
                begin.get(p)[i] -= end.get(p)[i];
            }
        }
        return begin;
    }
}
