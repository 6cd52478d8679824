package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Attribute label embedding: a class that comes too near counts the less, the more of them there are, so that what matters is
 * the top of the ranking.
 *
 * <pre>L(x, y) = l(r) / r sum_{j != y} max(0, margin + xᵀ W s_j - xᵀ W s_y),  l(r) = 1 + 1/2 + … + 1/r</pre>
 *
 * with r the number of classes whose term is above 0. The paper draws classes until one comes too near, to estimate r; here
 * r is counted, and the sum is over all classes. Without any such class the loss is 0.
 *
 * <p><b>References:</b> Akata, Perronnin, Harchaoui and Schmid, "Label-embedding for attribute-based classification", CVPR
 * 2013; the same, "Label-embedding for image classification", TPAMI 2016.
 *
 * @param margin by which the own class is to come first, above 0 (the paper: 1)
 * @param options of the training
 */
public record Ale(double margin, TrainingOptions options) implements GradientTrainer {

    /** @throws IllegalArgumentException if the margin is not above 0 and finite */
    public Ale {
        BilinearModel.requireMargin(margin);
        Objects.requireNonNull(options, "options");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> new BilinearModel(pictures, 1, margin, RankingLoss::weightedByRank));
    }
}
