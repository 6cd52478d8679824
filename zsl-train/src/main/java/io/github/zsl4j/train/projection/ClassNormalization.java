package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * A network carries semantics into the features' space and is trained as a classifier of the seen classes; what passes
 * between its layers is standardised over the classes, and logits are scaled cosines ("normalise and scale").
 *
 * <pre>h = max(0, s W1 + b1)
 *h = N(max(0, N(h W2 + b2)))     N(h) = (h - mean) / sqrt(variance + 1e-5), each component over the classes
 *v(s) = h W3 + b3, then max(0, …) if wanted
 *L = -log softmax_y(scale^2 cos(x, v(s)))</pre>
 *
 * <p>Semantics are given length sqrt(a) first, and W3 begins uniform with variance 1 / (hidden d), so that the logits begin
 * with the variance that they should have. In training, every step takes all seen classes, so mean and variance are theirs.
 * The alignment keeps those of the seen classes under the final parameters: exactly what the last step would use, and a
 * class's prototype does not depend on which other classes are asked for. (The authors' code keeps running means over the
 * steps instead, which tend to the same.)
 *
 * <p>Pictures are ranked by cosine; {@code scale * scale} is the scale of the softmax that was trained with.
 *
 * <p><b>References:</b> Skorokhodov and Elhoseiny, "Class normalization for (continual)? generalized zero-shot learning",
 * ICLR 2021.
 *
 * @param hidden the dimension between the layers, at least 2 (the paper: 1024 to 2048)
 * @param scale of unit vectors, above 0 (the paper: 5)
 * @param nonNegative whether the network ends in max(0, …), for features that are never negative
 * @param options of the training
 */
public record ClassNormalization(int hidden, double scale, boolean nonNegative, TrainingOptions options)
        implements GradientTrainer {

    /** @throws IllegalArgumentException if a number is out of its range */
    public ClassNormalization {
        Objects.requireNonNull(options, "options");
        if (hidden < 2) {
            throw new IllegalArgumentException("At least 2 dimensions lie between the layers, not " + hidden);
        }
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("The scale is above 0 and finite, not " + scale);
        }
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(this, examples, run, pictures -> ClassNormalizationModel.of(pictures, this));
    }
}
