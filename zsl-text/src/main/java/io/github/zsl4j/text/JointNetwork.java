package io.github.zsl4j.text;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import java.util.Map;

/** Networks that hold the image tower and the text tower of a joint model. */
final class JointNetwork {

    private static final String PICTURES = "pixel_values";
    private static final String SIZE = "vision_config.image_size";
    private static final int USUAL_SIZE = 224;
    private static final int LARGEST_SIZE = 4096;

    private JointNetwork() {}

    /** The network with one black picture to look at, if it reads pictures beside texts; else as it is. */
    static Network textSide(Network network, ModelFolder folder) {
        if (!network.inputs().contains(PICTURES) || !network.inputs().contains("input_ids")) {
            return network;
        }
        int size = folder.config("config.json").map(JointNetwork::size).orElse(USUAL_SIZE);
        long[] shape = network.shape(PICTURES).filter(s -> s.length == 4).orElse(new long[] {-1, -1, -1, -1});
        long[] usual = {1, 3, size, size};
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shape[i] > 0 && shape[i] <= LARGEST_SIZE ? shape[i] : usual[i];
        }
        float[] black = new float[(int) (shape[0] * shape[1] * shape[2] * shape[3])];
        return network.supplying(Map.of(PICTURES, Tensor.of(black, shape)));
    }

    private static int size(ConfigFile config) {
        int size = config.integer(SIZE).orElse(USUAL_SIZE);
        if (size < 1 || size > LARGEST_SIZE) {
            throw config.wrong(SIZE, "a number of pixels from 1 to " + LARGEST_SIZE);
        }
        return size;
    }
}
