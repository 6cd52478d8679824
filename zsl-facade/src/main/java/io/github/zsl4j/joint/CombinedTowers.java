package io.github.zsl4j.joint;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.vision.encoder.ImageEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two towers in one network, which wants pictures and texts at once: each side is run with one meaningless item of the
 * other, so it costs more than a network of its own.
 */
final class CombinedTowers {

    static final String PIXELS = "pixel_values";
    static final String IDS = "input_ids";

    private CombinedTowers() {}

    static Towers load(ModelFolder folder, Path file, JointFolder.Options options) {
        Network network = Network.load(file, options.network());
        try {
            requireBoth(file, network);
            String identity = WeightDigest.of(List.of(file));
            ImageEncoder images = ImageEncoder.of(network, folder, identity, Towers.imageOptions(options));
            TextEncoder texts = TextEncoder.of(
                    network.supplying(onePicture(images)), folder, identity, Towers.textOptions(options));
            return new Towers(images, texts, List.of(file), Optional.of(network));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static void requireBoth(Path file, Network network) {
        if (!network.inputs().containsAll(List.of(PIXELS, IDS))) {
            throw new ModelException(file + ": the network reads " + network.inputs() + "; a joint model reads "
                    + PIXELS + " and " + IDS + ", or has a network for each tower, vision_model and text_model");
        }
    }

    private static Map<String, Tensor> onePicture(ImageEncoder images) {
        int height = images.preprocessing().outputSize().height();
        int width = images.preprocessing().outputSize().width();
        return Map.of(PIXELS, Tensor.of(new float[3 * height * width], 1, 3, height, width));
    }
}
