package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * A network of two layers u = max(0, x W1 + b1) W2 + b2 from features to the semantics of their classes, or two such
 * networks from both into one space.
 *
 * @param hidden the dimension between the layers, at least 1
 * @param loss between the image of a picture and that of its class
 * @param destination where they are compared
 * @param options of the training
 */
public record Converter(int hidden, ProjectionLoss loss, Destination destination, TrainingOptions options)
        implements GradientTrainer {

    /** @throws IllegalArgumentException if {@code hidden} is not positive */
    public Converter {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(options, "options");
        if (hidden < 1) {
            throw new IllegalArgumentException("At least 1 dimension lies between the layers, not " + hidden);
        }
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> ProjectionModel.of(pictures, hidden, loss, destination));
    }
}
