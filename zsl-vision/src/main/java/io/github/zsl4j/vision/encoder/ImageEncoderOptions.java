package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.util.Objects;
import java.util.Optional;

/**
 * How an image model is loaded and run.
 *
 * @param network the engine, its device and its threads
 * @param variant which of the exported precisions is loaded
 * @param batch pictures per run of the network, at least 1; a network that was exported for a fixed number runs with that
 * @param pooling how the output becomes a vector; empty for what suits the model, see {@link ImageEncoder#load}
 * @param preprocessing how pictures are prepared; empty for what the model's files say
 */
public record ImageEncoderOptions(
        NetworkOptions network,
        WeightVariant variant,
        int batch,
        Optional<ImagePooling> pooling,
        Optional<Preprocessing> preprocessing) {

    /** Pictures per run: enough to amortise a call, few enough to stay in the processor's cache. */
    static final int USUAL_BATCH = 8;

    /** @throws IllegalArgumentException if {@code batch} is less than 1 */
    public ImageEncoderOptions {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(preprocessing, "preprocessing");
        if (batch < 1) {
            throw new IllegalArgumentException("A batch has at least 1 picture, not " + batch);
        }
    }

    /** ONNX Runtime on the processor, full precision, batches of 8, and all else as the model's files say. */
    public static ImageEncoderOptions defaults() {
        return new ImageEncoderOptions(
                NetworkOptions.defaults(), WeightVariant.FULL, USUAL_BATCH, Optional.empty(), Optional.empty());
    }

    public ImageEncoderOptions withNetwork(NetworkOptions newNetwork) {
        return new ImageEncoderOptions(newNetwork, variant, batch, pooling, preprocessing);
    }

    public ImageEncoderOptions withVariant(WeightVariant newVariant) {
        return new ImageEncoderOptions(network, newVariant, batch, pooling, preprocessing);
    }

    public ImageEncoderOptions withBatch(int newBatch) {
        return new ImageEncoderOptions(network, variant, newBatch, pooling, preprocessing);
    }

    public ImageEncoderOptions withPooling(ImagePooling newPooling) {
        return new ImageEncoderOptions(network, variant, batch, Optional.of(newPooling), preprocessing);
    }

    public ImageEncoderOptions withPreprocessing(Preprocessing newPreprocessing) {
        return new ImageEncoderOptions(network, variant, batch, pooling, Optional.of(newPreprocessing));
    }
}
