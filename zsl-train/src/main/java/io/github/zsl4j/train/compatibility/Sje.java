package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Structured joint embedding: of the classes that come too near, the nearest counts.
 *
 * <pre>L(x, y) = max_{j != y} max(0, margin + xᵀ W s_j - xᵀ W s_y)</pre>
 *
 * <p><b>References:</b> Akata, Reed, Walter, Lee and Schiele, "Evaluation of output embeddings for fine-grained image
 * classification", CVPR 2015.
 *
 * @param margin by which the own class is to come first, above 0 (the paper: 1)
 * @param options of the training
 */
public record Sje(double margin, TrainingOptions options) implements GradientTrainer {

    /** @throws IllegalArgumentException if the margin is not above 0 and finite */
    public Sje {
        BilinearModel.requireMargin(margin);
        Objects.requireNonNull(options, "options");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> new BilinearModel(pictures, 1, margin, RankingLoss::maximum));
    }
}
