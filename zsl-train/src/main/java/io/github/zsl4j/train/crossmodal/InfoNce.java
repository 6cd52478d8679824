package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Symmetric InfoNCE: of the texts of a batch each picture picks its own, and of the pictures each text.
 *
 * <pre>z_ij = cos(u_i, v_j) / T
 *L = 1/2 mean_i -sum_j p_ij log softmax_j(z_ij) + 1/2 mean_j -sum_i p_ji log softmax_i(z_ij)</pre>
 *
 * for the pictures u_i and the texts v_j of a batch. Every pair that belongs together is right: p_ij is 1 / r if text j is
 * the text of picture i, or one of several that the picture has, and r are in the batch; else 0. Of equal texts, CLIP's p_ii = 1
 * gives the same gradient, since equal texts get equal probabilities; either way L cannot fall below the mean of log r.
 *
 * <p>The temperature T is learned as its logarithm, and never falls below 0.01, as in CLIP. Weight decay draws it to where
 * it begins.
 *
 * <p><b>References:</b> van den Oord, Li and Vinyals, "Representation learning with contrastive predictive coding", 2018;
 * Radford et al., "Learning transferable visual models from natural language supervision", ICML 2021; for labels that repeat
 * Yang et al., "Unified contrastive learning in image-text-label space", CVPR 2022.
 *
 * @param heads of both sides
 * @param temperature T at the beginning, at least 0.01 (CLIP: 0.07)
 * @param learned whether T is learned
 * @param options of the training; a batch is what a picture or a text is compared with
 */
public record InfoNce(Heads heads, double temperature, boolean learned, TrainingOptions options)
        implements GradientTrainer {

    /** @throws IllegalArgumentException if the temperature is out of its range */
    public InfoNce {
        Objects.requireNonNull(heads, "heads");
        Objects.requireNonNull(options, "options");
        if (!(temperature >= InfoNceLoss.COLDEST) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException(
                    "The temperature is at least " + InfoNceLoss.COLDEST + " and finite, not " + temperature);
        }
    }

    /** CLIP's temperature: 0.07 at the beginning, learned. */
    public static InfoNce of(Heads heads, TrainingOptions options) {
        return new InfoNce(heads, 0.07, true, options);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        PairLoss loss = new InfoNceLoss(temperature, learned);
        return SemanticTraining.fit(this, examples, run, pictures -> PairModel.of(pictures, heads, loss));
    }
}
