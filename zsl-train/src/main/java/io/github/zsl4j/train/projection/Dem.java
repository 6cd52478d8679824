package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Deep embedding model: a network carries semantics into the features' space, where pictures take the nearest class. That
 * way round, fewer classes become hubs that are near to everything.
 *
 * <pre>v(s) = max(0, max(0, s W1 + b1) W2 + b2),  L = mean |x - v(s_y)|^2 / d</pre>
 *
 * <p>The paper's sum of squared weights is the optimiser's weight decay. Where the paper uses the squared distance, this is
 * its mean over the d components, which differs by a constant.
 *
 * <p><b>References:</b> Zhang, Xiang and Gong, "Learning a deep embedding model for zero-shot learning", CVPR 2017.
 *
 * @param hidden the dimension between the layers, at least 1 (the paper: 300 to 1600)
 * @param nonNegative whether the second layer ends in max(0, …), as in the paper, whose features are never negative; false
 *     for features that may be, such as centred ones
 * @param options of the training
 */
public record Dem(int hidden, boolean nonNegative, TrainingOptions options) implements GradientTrainer {

    /** @throws IllegalArgumentException if {@code hidden} is not positive */
    public Dem {
        Objects.requireNonNull(options, "options");
        if (hidden < 1) {
            throw new IllegalArgumentException("At least 1 dimension lies between the layers, not " + hidden);
        }
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(this, examples, run, pictures -> DemModel.of(pictures, this));
    }
}
