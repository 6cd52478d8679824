package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;

/**
 * A conditional variational autoencoder: an encoder tells from a picture's features and its class's semantics what noise
 * could have made it, and a decoder, which is the generator, makes features of semantics and noise. What is minimised is the
 * negative evidence lower bound of normal distributions of unit variance around the decoder's results,
 *
 * <pre>L = E_q(z|x,s) |x - G(s, z)|^2 / 2 + beta KL(q(z|x,s) | N(0, I))</pre>
 *
 * <p>Both networks have one hidden layer with max(0, x). A part of the spread of real features is left in the reconstruction
 * error and is not in the samples.
 *
 * <p><b>References:</b> Sohn, Lee and Yan, "Learning structured output representation using deep conditional generative
 * models", NeurIPS 2015; Mishra, Reddy, Mittal and Murthy, "A generative model for zero shot learning using conditional
 * variational autoencoders", CVPR Workshops 2018.
 *
 * @param hidden the dimension of the hidden layers, at least 1
 * @param noise the number of components of z, at least 1
 * @param beta the weight of the divergence, at least 0; 1 is the evidence lower bound itself
 * @param semanticNoise the deviation of noise that is added to each component of semantics in training, in units of their
 *     root mean square, at least 0: with few classes a network else learns them by heart
 * @param options of the training
 */
public record ConditionalVae(int hidden, int noise, double beta, double semanticNoise, TrainingOptions options)
        implements GradientGeneratorTrainer {

    /** @throws IllegalArgumentException if a number is out of its range, or the options hold something out */
    public ConditionalVae {
        GeneratorTraining.requirePositive("The dimension of the hidden layers", hidden);
        GeneratorTraining.requirePositive("The number of components of noise", noise);
        GeneratorTraining.requireWeight("The weight of the divergence", beta);
        GeneratorTraining.requireWeight("Noise of semantics", semanticNoise);
        GeneratorTraining.requireOptions(options);
    }

    @Override
    public GenerativeModel fit(TrainingSet examples, TrainingRun run) {
        String identity = GeneratorTraining.identity(this, examples, run);
        return GeneratorTraining.fit(VaeTask.of(identity, this, examples), options, run);
    }
}
