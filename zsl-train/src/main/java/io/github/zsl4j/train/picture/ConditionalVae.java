package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Schedule;
import io.github.zsl4j.train.TrainingOptions;
import java.util.Objects;

/**
 * A conditional variational autoencoder. An encoder says which noise z a picture x of a condition c may have come from, a
 * normal distribution q(z | x, c); a decoder makes the picture of it. Both together minimise
 *
 * <pre>E |x - decoder(z, c)|² / (2 deviation²) + KL(q(z | x, c) || N(0, I))</pre>
 *
 * the negative evidence lower bound, up to a constant, when pixels are normal with that standard deviation. Afterwards
 * the decoder draws from z of N(0, I).
 *
 * <p><b>References:</b> Sohn, Lee and Yan, "Learning structured output representation using deep conditional generative
 * models", NeurIPS 2015.
 *
 * @param noise components of z, at least 1 (usual range 4 to 64)
 * @param width maps in the widest layer, a quarter of those in the narrowest; at least 1
 * @param deviation of a pixel, above 0 (usual range 0.03 to 0.3); small ones give sharp pictures, and noise that the
 *     decoder has not met
 * @param options how it is trained; nothing is held out
 */
public record ConditionalVae(int noise, int width, double deviation, TrainingOptions options)
        implements PictureTrainer {

    /** @throws IllegalArgumentException if a number is out of its range */
    public ConditionalVae {
        Objects.requireNonNull(options, "options");
        if (noise < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Noise and maps are at least 1, not " + noise + " components and " + width + " maps");
        }
        if (!(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("The deviation of a pixel is above 0, not " + deviation);
        }
    }

    /** What does well on {@code picture.shapes}: 8 epochs of 7,200 pictures, two to three minutes on one core. */
    public static ConditionalVae ofShapes(long seed) {
        Optimiser optimiser = Optimiser.adam(2e-3).withSchedule(Schedule.cosine());
        return new ConditionalVae(
                8, 24, 0.2, TrainingOptions.of(8).withOptimiser(optimiser).withSeed(seed));
    }

    @Override
    public ConditionalVae withOptions(TrainingOptions newOptions) {
        return new ConditionalVae(noise, width, deviation, newOptions);
    }

    @Override
    public PictureGenerator fit(PictureExamples examples, PictureRun run) {
        return new VaeTask(this, examples).train(run);
    }
}
