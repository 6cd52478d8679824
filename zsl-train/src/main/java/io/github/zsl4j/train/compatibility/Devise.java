package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Deep visual-semantic embedding, on features that stay as they are: every class that comes too near counts.
 *
 * <pre>L(x, y) = sum_{j != y} max(0, margin - xᵀ W s_y + xᵀ W s_j)</pre>
 *
 * <p>All classes are summed over, where the paper stops at the first that it draws. The paper gives features and semantics
 * length 1.
 *
 * <p><b>References:</b> Frome, Corrado, Shlens, Bengio, Dean, Ranzato and Mikolov, "DeViSE: A deep visual-semantic embedding
 * model", NeurIPS 2013.
 *
 * @param margin by which the own class is to come first, above 0 (the paper: 0.1)
 * @param options of the training
 */
public record Devise(double margin, TrainingOptions options) implements GradientTrainer {

    /** @throws IllegalArgumentException if the margin is not above 0 and finite */
    public Devise {
        BilinearModel.requireMargin(margin);
        Objects.requireNonNull(options, "options");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> new BilinearModel(pictures, 1, margin, RankingLoss::sum));
    }
}
