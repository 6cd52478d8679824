package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Schedule;
import io.github.zsl4j.train.TrainingOptions;
import java.util.Objects;

/**
 * A conditional adversarial network. A generator makes pictures G(z, c) of noise z and a condition c; a discriminator D
 * scores pictures of a condition. In every step each follows its own gradient: the discriminator's of
 *
 * <pre>E max(0, 1 - D(x, c)) + E max(0, 1 + D(G(z, c), c)) / 2 + E max(0, 1 + D(x, c')) / 2</pre>
 *
 * where c' is the condition of another picture, so that it must look at whether the two fit, and the generator's of
 * -E D(G(z, c), c). All pictures that the discriminator sees have normal noise of deviation 0.1 on them.
 *
 * <p><b>References:</b> Goodfellow et al., "Generative adversarial nets", NeurIPS 2014; Reed et al., "Generative
 * adversarial text to image synthesis", ICML 2016 (conditions that do not fit); Miyato and Koyama, "cGANs with projection
 * discriminator", ICLR 2018 (the discriminator and the hinge); Arjovsky and Bottou, "Towards
 * principled methods for training generative adversarial networks", ICLR 2017 (the noise).
 *
 * @param noise components of z, at least 1 (usual range 8 to 128)
 * @param width maps in the widest layer, a quarter of those in the narrowest; at least 1
 * @param options how it is trained; nothing is held out
 */
public record ConditionalGan(int noise, int width, TrainingOptions options) implements PictureTrainer {

    /** @throws IllegalArgumentException if a number is out of its range */
    public ConditionalGan {
        Objects.requireNonNull(options, "options");
        if (noise < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Noise and maps are at least 1, not " + noise + " components and " + width + " maps");
        }
    }

    /** For {@code picture.shapes}. */
    public static ConditionalGan ofShapes(long seed) {
        Optimiser optimiser =
                Optimiser.adam(4e-4).withRule(Optimiser.Rule.ADVERSARIAL_ADAM).withSchedule(Schedule.cosine());
        return new ConditionalGan(
                16,
                24,
                TrainingOptions.of(8).withBatchSize(32).withOptimiser(optimiser).withSeed(seed));
    }

    @Override
    public ConditionalGan withOptions(TrainingOptions newOptions) {
        return new ConditionalGan(noise, width, newOptions);
    }

    @Override
    public PictureGenerator fit(PictureExamples examples, PictureRun run) {
        return new GanTask(this, examples).train(run);
    }
}
