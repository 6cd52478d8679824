package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.TrainingLoop;
import java.util.Objects;

/**
 * Prototypical network for few-shot learning: a map f of features under which the mean of a class's few pictures is a good
 * prototype of it.
 *
 * <pre>c_k = mean f(x_i) over the support of class k
 *L = -log softmax_k(-|f(x) - c_k|^2) over the queries</pre>
 *
 * <p>The map is an affine one or a network of two layers. An affine one may begin as a multiple of the identity, so that it
 * starts from what the features are worth already and need not find that in a few classes; a low learning rate (1e-4) keeps it
 * near. Begun by chance, it is at first a random projection. Classes are then learned by
 * {@code new NearestMean(alignment, NEGATIVE_SQUARED_EUCLIDEAN)}. An epoch has as many episodes as the training pictures are
 * enough for; a batch size of 1, an episode a step, is usual. For classes that are known by semantics see
 * {@link ZeroShotPrototypicalNetwork}.
 *
 * <p><b>References:</b> Snell, Swersky and Zemel, "Prototypical networks for few-shot learning", NeurIPS 2017.
 *
 * @param hidden the dimension between two layers; 0 for an affine map
 * @param dimension of the space that is mapped to, at least 1
 * @param identity how large a multiple of the identity the map begins as, which needs one layer and as many dimensions as the
 *     features have; its square is the sharpness of the softmax (usual range 1 to 5 for features of length 1); 0 for a
 *     beginning by chance
 * @param shape of the episodes, with at least 1 shot; the paper advises more ways than will come, and as many shots
 * @param options of the training; of what may be held out, classes
 */
public record PrototypicalNetwork(
        int hidden, int dimension, double identity, EpisodeShape shape, TrainingOptions options)
        implements EpisodeMethod {

    /** @throws IllegalArgumentException if a number is out of its range */
    public PrototypicalNetwork {
        Objects.requireNonNull(options, "options");
        shape.requireShots();
        if (hidden < 0 || dimension < 1) {
            throw new IllegalArgumentException("At least 0 dimensions lie between the layers and 1 is mapped to, not "
                    + hidden + " and " + dimension);
        }
        if (!(identity >= 0) || Double.isInfinite(identity) || (identity > 0 && hidden > 0)) {
            throw new IllegalArgumentException(
                    "A map of one layer begins as a finite multiple of the identity, 0 or more,"
                            + " and one of two layers by chance; not " + identity + " with " + hidden + " between two");
        }
    }

    /** With a map that begins by chance. */
    public PrototypicalNetwork(int hidden, int dimension, EpisodeShape shape, TrainingOptions options) {
        this(hidden, dimension, 0, shape, options);
    }

    /** As {@link #fit(EmbeddingMatrix, int[], TrainingRun)}, silently. */
    public Alignment fit(EmbeddingMatrix features, int[] labels) {
        return fit(features, labels, TrainingRun.silent());
    }

    /**
     * Trains.
     *
     * @param features of pictures [n, d]
     * @param labels their classes, at least 0
     * @return f, to a space of its own
     * @throws IllegalArgumentException if too few classes have enough pictures, or the checkpoint is of another training
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     */
    public Alignment fit(EmbeddingMatrix features, int[] labels, TrainingRun run) {
        PrototypicalTask task = new PrototypicalTask(this, new LabelledFeatures(features, labels));
        return task.alignment(new Trained(TrainingLoop.train(task, options, run)));
    }

    /** What a map is used with. */
    static FewShotLearner learner(Alignment map) {
        return new NearestMean(map, Similarity.NEGATIVE_SQUARED_EUCLIDEAN);
    }
}
