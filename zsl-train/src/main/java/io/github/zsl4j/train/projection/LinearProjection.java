package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * An affine map u = x W + b of features to the semantics of their classes, or affine maps of both into one space, learned
 * by gradients. With the mean squared error and no weight decay, the map to semantics tends to the least-squares solution.
 *
 * @param loss between the image of a picture and that of its class
 * @param destination where they are compared
 * @param options of the training
 */
public record LinearProjection(ProjectionLoss loss, Destination destination, TrainingOptions options)
        implements GradientTrainer {

    public LinearProjection {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(options, "options");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> ProjectionModel.of(pictures, 0, loss, destination));
    }
}
