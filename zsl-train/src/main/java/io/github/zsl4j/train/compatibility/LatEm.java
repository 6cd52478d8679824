package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Latent embeddings: several bilinear maps, of which the one that fits a picture and a class best gives their score, so that
 * the whole is piecewise linear.
 *
 * <pre>F(x, s) = max_k xᵀ W_k s
 *L(x, y) = sum_{j != y} max(0, margin + F(x, s_j) - F(x, s_y))</pre>
 *
 * <p>The number of maps stays, where the paper may prune those that are seldom the best; the sum is over all classes, where
 * the paper draws one.
 *
 * <p><b>References:</b> Xian, Akata, Sharma, Nguyen, Hein and Schiele, "Latent embeddings for zero-shot classification",
 * CVPR 2016.
 *
 * @param maps the number of maps, at least 1 (the paper: 2 to 16)
 * @param margin by which the own class is to come first, above 0 (the paper: 1)
 * @param options of the training
 */
public record LatEm(int maps, double margin, TrainingOptions options) implements GradientTrainer {

    /** @throws IllegalArgumentException if a number is out of its range */
    public LatEm {
        BilinearModel.requireMargin(margin);
        Objects.requireNonNull(options, "options");
        if (maps < 1) {
            throw new IllegalArgumentException("At least 1 map is needed, not " + maps);
        }
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> new BilinearModel(pictures, maps, margin, RankingLoss::sum));
    }
}
