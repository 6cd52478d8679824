package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.SemanticTraining;
import java.util.Objects;

/**
 * Triplets with hard negatives: a picture must be nearer to its text, by a margin, than to the nearest wrong text of the
 * batch, and a text than to the nearest wrong picture.
 *
 * <pre>L = mean_i max_j [m + c_ij - c_ii]+ + mean_i max_j [m + c_ji - c_ii]+,  c_ij = cos(u_i, v_j)</pre>
 *
 * with j over what does not belong to i: the same text, and other texts of the same picture, are left out. With all
 * negatives, the sum over j stands for the maximum. (The authors' code sums over i, where this is the mean.)
 *
 * <p><b>References:</b> Faghri, Fleet, Kiros and Fidler, "VSE++: Improving visual-semantic embeddings with hard negatives",
 * BMVC 2018; with all negatives Kiros, Salakhutdinov and Zemel, "Unifying visual-semantic embeddings with multimodal neural
 * language models", 2014.
 *
 * @param heads of both sides
 * @param margin m, above 0 (the paper: 0.2)
 * @param negatives which count
 * @param options of the training; a batch is what negatives are found in
 */
public record Triplet(Heads heads, double margin, Negatives negatives, TrainingOptions options)
        implements GradientTrainer {

    /** Which wrong texts or pictures count. */
    public enum Negatives {
        /** The nearest. */
        HARDEST,
        /** All that come too near. Slower to tell apart what is alike, steadier at the beginning. */
        ALL
    }

    /** @throws IllegalArgumentException if the margin is not above 0 and finite */
    public Triplet {
        Objects.requireNonNull(heads, "heads");
        Objects.requireNonNull(negatives, "negatives");
        Objects.requireNonNull(options, "options");
        if (!(margin > 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("The margin is above 0 and finite, not " + margin);
        }
    }

    /** The hardest negatives with a margin of 0.2. */
    public static Triplet of(Heads heads, TrainingOptions options) {
        return new Triplet(heads, 0.2, Negatives.HARDEST, options);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        PairLoss loss = new TripletLoss(margin, negatives);
        return SemanticTraining.fit(this, examples, run, pictures -> PairModel.of(pictures, heads, loss));
    }
}
