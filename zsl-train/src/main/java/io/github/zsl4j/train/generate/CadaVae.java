package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import java.util.Objects;

/**
 * CADA-VAE: two variational autoencoders, of features and of semantics, whose codes are brought together, so that a class is
 * sampled as codes of its semantics and a picture is classified by the code of its features, or both by features, into which
 * codes of semantics are decoded:
 *
 * <pre>L    = L_x + L_s + gamma L_CA + delta L_DA
 *L_x  = |x - D_x(z_x)|_1 + beta KL(q(z_x|x) | N(0, I)), and so L_s
 *L_CA = |x - D_x(z_s)|_1 + |s - D_s(z_x)|_1
 *L_DA = sqrt(|m_x - m_s|^2 + |sigma_x - sigma_s|^2)</pre>
 *
 * <p>with means over pictures. The three weights rise along a line from 0 to their values over the first part of the
 * training, where the paper lets each rise in epochs of its own. Networks have one hidden layer of one size.
 *
 * <p><b>References:</b> Schönfeld, Ebrahimi, Sinha, Darrell and Akata, "Generalized zero- and few-shot learning via aligned
 * variational autoencoders", CVPR 2019.
 *
 * @param hidden the dimension of the hidden layers, at least 1 (the paper: 450 to 1660)
 * @param codes what is sampled
 * @param weights of the parts of the loss
 * @param semanticNoise the deviation of noise that is added to each component of semantics before they are encoded, in units
 *     of their root mean square, at least 0 (the paper: 0)
 * @param options of the training
 */
public record CadaVae(int hidden, Codes codes, Weights weights, double semanticNoise, TrainingOptions options)
        implements GradientGeneratorTrainer {

    /**
     * What both autoencoders encode to.
     *
     * @param dimension of the codes, at least 1 (the paper: 64)
     * @param decoded whether samples are decoded into features D_x(z_s), so that pictures are classified by their features as
     *     they are; false for the paper's way, which classifies codes
     */
    public record Codes(int dimension, boolean decoded) {

        /** @throws IllegalArgumentException if the dimension is not positive */
        public Codes {
            GeneratorTraining.requirePositive("The dimension of the codes", dimension);
        }
    }

    /**
     * The weights of the parts of the loss.
     *
     * @param beta of the divergences, at least 0
     * @param cross gamma, of the cross alignment, at least 0
     * @param distribution delta, of the distribution alignment, at least 0
     * @param rise the part of the training over which they rise, in [0, 1]; 0 for the whole weights from the beginning
     */
    public record Weights(double beta, double cross, double distribution, double rise) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Weights {
            GeneratorTraining.requireWeight("The weight of the divergence", beta);
            GeneratorTraining.requireWeight("The weight of the cross alignment", cross);
            GeneratorTraining.requireWeight("The weight of the distribution alignment", distribution);
            if (!(rise >= 0 && rise <= 1)) {
                throw new IllegalArgumentException("The part of the training is from 0 to 1, not " + rise);
            }
        }

        Weights times(double factor) {
            return new Weights(beta * factor, cross * factor, distribution * factor, rise);
        }
    }

    /** @throws IllegalArgumentException if a number is out of its range, or the options hold something out */
    public CadaVae {
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(weights, "weights");
        GeneratorTraining.requirePositive("The dimension of the hidden layers", hidden);
        GeneratorTraining.requireWeight("Noise of semantics", semanticNoise);
        GeneratorTraining.requireOptions(options);
    }

    @Override
    public GenerativeModel fit(TrainingSet examples, TrainingRun run) {
        String identity = GeneratorTraining.identity(this, examples, run);
        return GeneratorTraining.fit(CadaTask.of(identity, this, examples), options, run);
    }
}
