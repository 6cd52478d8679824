package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import java.util.Objects;

/**
 * f-CLSWGAN: a generator that is trained against a critic, as a conditional Wasserstein GAN, and to please a classifier of
 * the seen classes. The critic D is to tell real features x from generated ones G(s, z), with a gradient of length 1 between
 * them, and the generator G is to be taken for real and for the right class:
 *
 * <pre>L_D = E D(G(s,z), s) - E D(x, s) + lambda E (|dD(x', s)/dx'| - 1)^2,  x' = t x + (1 - t) G(s,z),  t ~ U(0, 1)
 *L_G = -E D(G(s,z), s) - beta E log P(y | G(s,z)) + eta E |G(s,z) - m_y|^2 / d</pre>
 *
 * <p>The critic has one hidden layer of leaky rectified units, D(x, s) = w . l(x A + s B + b) + c, so that its gradient by x
 * is (w * l'(x A + s B + b)) Aᵀ. The penalty is computed by this expression, and its derivatives by the critic's parameters
 * are those of the expression. As l' is constant but at 0, that is exactly what differentiating twice gives, for all x but
 * those where an argument of l is 0; nothing is approximated.
 *
 * <p>The last term, with m_y the mean of the class's real features, is not the paper's but that of Li and others, with one
 * "soul sample" a class; it steadies a generator that has few classes to learn from.
 *
 * <p>Networks have one hidden layer. The classifier is a softmax regression on the real features. The paper's last max(0, …)
 * is left out, as features may be centred. Its optimiser is Adam with a first moment of 0.5;
 * {@link io.github.zsl4j.train.Optimiser.Rule#ADVERSARIAL_ADAM} has one of 0, as the gradient penalty's authors do.
 *
 * <p><b>References:</b> Xian, Lorenz, Schiele and Akata, "Feature generating networks for zero-shot learning", CVPR 2018;
 * Gulrajani, Ahmed, Arjovsky, Dumoulin and Courville,
 * "Improved training of Wasserstein GANs", NeurIPS 2017;
 * Li, Jing, Lu, Ding, Zhu and Huang, "Leveraging the invariant side of generative zero-shot learning", CVPR 2019.
 *
 * @param hidden the dimension of the hidden layers, at least 1 (the paper: 4096)
 * @param noise the number of components of z, at least 1 (the paper: as many as of semantics)
 * @param adversary how the two are set against each other
 * @param semanticNoise the deviation of noise that is added to each component of semantics in training, in units of their
 *     root mean square, at least 0 (the paper: 0): with few classes a network else learns them by heart
 * @param options of the training
 */
public record FClsWgan(int hidden, int noise, Adversary adversary, double semanticNoise, TrainingOptions options)
        implements GradientGeneratorTrainer {

    /**
     * How generator and critic are set against each other.
     *
     * @param criticSteps of the critic before each of the generator, at least 1 (the paper: 5)
     * @param penalty lambda, at least 0 (the paper: 10)
     * @param classification beta, at least 0 (the paper: 0.01)
     * @param centre eta, at least 0 (the paper: 0)
     */
    public record Adversary(int criticSteps, double penalty, double classification, double centre) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Adversary {
            GeneratorTraining.requirePositive("The number of the critic's steps", criticSteps);
            GeneratorTraining.requireWeight("The weight of the gradient penalty", penalty);
            GeneratorTraining.requireWeight("The weight of the classification loss", classification);
            GeneratorTraining.requireWeight("The weight of the distance from the centre", centre);
        }
    }

    /** @throws IllegalArgumentException if a number is out of its range, or the options hold something out */
    public FClsWgan {
        Objects.requireNonNull(adversary, "adversary");
        GeneratorTraining.requirePositive("The dimension of the hidden layers", hidden);
        GeneratorTraining.requirePositive("The number of components of noise", noise);
        GeneratorTraining.requireWeight("Noise of semantics", semanticNoise);
        GeneratorTraining.requireOptions(options);
    }

    @Override
    public GenerativeModel fit(TrainingSet examples, TrainingRun run) {
        String identity = GeneratorTraining.identity(this, examples, run);
        return GeneratorTraining.fit(WganTask.of(identity, this, examples), options, run);
    }
}
