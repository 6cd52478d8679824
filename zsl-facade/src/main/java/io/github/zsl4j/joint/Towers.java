package io.github.zsl4j.joint;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.model.Loading;
import io.github.zsl4j.text.Batching;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.text.TextEncoderOptions;
import io.github.zsl4j.vision.encoder.ImageEncoder;
import io.github.zsl4j.vision.encoder.ImageEncoderOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The two encoders of a joint model and the files of their networks.
 *
 * @param combined the network that both share, if there is but one
 */
record Towers(ImageEncoder images, TextEncoder texts, List<Path> files, Optional<Network> combined)
        implements AutoCloseable {

    private static final List<String> IMAGE =
            List.of("vision_model", "vision", "visual", "image_model", "image_encoder");
    private static final List<String> TEXT = List.of("text_model", "text", "textual", "text_encoder");
    private static final List<String> BOTH = List.of("model");

    Towers {
        int d = images.space().dimension();
        int e = texts.space().dimension();
        if (d != e) {
            throw new ModelException(files.get(0).getParent() + ": the image tower gives vectors of " + d
                    + " values, the text tower of " + e + "; they are not towers of one model, export both again");
        }
    }

    static Towers load(ModelFolder folder, JointFolder.Options options) {
        Optional<Path> image = folder.network(options.network(), options.variant(), IMAGE);
        Optional<Path> text = folder.network(options.network(), options.variant(), TEXT);
        if (image.isPresent() && text.isPresent()) {
            return split(folder, List.of(image.get(), text.get()), options);
        }
        Optional<Path> both = folder.network(options.network(), options.variant(), BOTH);
        if (both.isPresent()) {
            return CombinedTowers.load(folder, both.get(), options);
        }
        throw folder.missing(
                options.network(),
                options.variant(),
                image.isPresent() ? TEXT : text.isPresent() ? IMAGE : List.of("vision_model", "text_model", "model"));
    }

    private static Towers split(ModelFolder folder, List<Path> files, JointFolder.Options options) {
        try (Loading loading = new Loading()) {
            Supplier<Network> image = loading.start(() -> Network.load(files.get(0), options.network()));
            Supplier<Network> text = loading.start(() -> Network.load(files.get(1), options.network()));
            String identity = WeightDigest.of(files);
            Towers towers = new Towers(
                    ImageEncoder.of(image.get(), folder, identity, imageOptions(options)),
                    TextEncoder.of(text.get(), folder, identity, textOptions(options)),
                    files,
                    Optional.empty());
            loading.succeeded();
            return towers;
        }
    }

    static ImageEncoderOptions imageOptions(JointFolder.Options options) {
        return ImageEncoderOptions.defaults()
                .withNetwork(options.network())
                .withVariant(options.variant())
                .withBatch(options.batch());
    }

    static TextEncoderOptions textOptions(JointFolder.Options options) {
        return TextEncoderOptions.defaults()
                .withNetwork(options.network())
                .withVariant(options.variant())
                .withBatching(Batching.defaults().withWorkers(options.workers()));
    }

    /** The logit scale and bias, if a combined network is at hand that can be asked. */
    Optional<LogitParameters> probe() {
        return combined.flatMap(LogitProbe::measure);
    }

    @Override
    public void close() {
        images.close();
        texts.close();
    }
}
