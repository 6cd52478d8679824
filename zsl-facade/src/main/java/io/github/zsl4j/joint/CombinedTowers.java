package io.github.zsl4j.joint;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.vision.encoder.ImageEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** Texts are this long where the network leaves it open. */
    private static final int CONTEXT = 77;

    private CombinedTowers() {}

    static Towers load(ModelFolder folder, Path file, JointFolder.Options options) {
        Network network = Network.load(file, options.network());
        try {
            requireBoth(file, network);
            String identity = WeightDigest.of(List.of(file));
            ImageEncoder images = ImageEncoder.of(
                    network.supplying(oneText(network)), folder, identity, Towers.imageOptions(options));
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

    /** One text of no meaning for everything that the network reads besides pixels. */
    static Map<String, Tensor> oneText(Network network) {
        int length = network.shape(IDS)
                .filter(shape -> shape.length == 2 && shape[1] > 0)
                .map(shape -> (int) shape[1])
                .orElse(CONTEXT);
        Map<String, Tensor> text = new LinkedHashMap<>();
        for (String input : network.inputs()) {
            if (!input.equals(PIXELS)) {
                long[] values = new long[length];
                Arrays.fill(values, input.equals("attention_mask") ? 1 : 0);
                text.put(input, Tensor.of(values, 1, length));
            }
        }
        return text;
    }

    private static Map<String, Tensor> onePicture(ImageEncoder images) {
        int height = images.preprocessing().outputSize().height();
        int width = images.preprocessing().outputSize().width();
        return Map.of(PIXELS, Tensor.of(new float[3 * height * width], 1, 3, height, width));
    }
}
