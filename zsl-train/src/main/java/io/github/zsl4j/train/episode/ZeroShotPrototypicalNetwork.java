package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Prototypical network for zero-shot learning: an affine map f of features, and one g of semantics whose images, scaled to
 * length 1, are the prototypes of classes.
 *
 * <pre>c_k = g(s_k) / |g(s_k)|
 *L = -log softmax_k(-|f(x) - c_k|^2) over the queries of an episode</pre>
 *
 * <p>Where there are fewer classes or pictures than an episode wants, it takes what there is. An epoch has as many episodes
 * as the training pictures are enough for; a batch size of 1, an episode a step, is usual.
 *
 * <p><b>References:</b> Snell, Swersky and Zemel, "Prototypical networks for few-shot learning", NeurIPS 2017, section 2.7.
 *
 * @param dimension of the space that both are mapped to, at least 1
 * @param shape of the episodes; shots are not used and may be 0 (the paper: 50 ways, 10 queries)
 * @param options of the training
 */
public record ZeroShotPrototypicalNetwork(int dimension, EpisodeShape shape, TrainingOptions options)
        implements GradientTrainer {

    /** @throws IllegalArgumentException if the dimension is not positive */
    public ZeroShotPrototypicalNetwork {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(options, "options");
        if (dimension < 1) {
            throw new IllegalArgumentException("At least 1 dimension is mapped to, not " + dimension);
        }
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(this, examples, run, pictures -> ZeroShotPrototypicalModel.of(pictures, this));
    }
}
