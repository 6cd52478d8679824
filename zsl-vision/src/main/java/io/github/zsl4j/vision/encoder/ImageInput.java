package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.preprocess.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The input of a network that pixels go into, float [n, 3, h, w].
 *
 * @param name of the tensor
 * @param rows that every run must have; 0 if their number is free
 */
record ImageInput(String name, int rows) {

    static final String USUAL_NAME = "pixel_values";

    /** More would be a mistake of the export, and need much memory. */
    private static final long MOST_ROWS = 1024;

    /**
     * @param folder for messages
     * @param size of the pictures that will come
     * @throws ModelException if the network does not read pictures of this size, and nothing else
     */
    static ImageInput of(String folder, Network network, Size size) {
        Set<String> inputs = network.inputs();
        if (inputs.contains(JointTowers.TEXT)) {
            throw new ModelException(folder + ": the network reads " + inputs
                    + ": this is a text tower; an image encoder needs the network that reads pictures");
        }
        if (inputs.size() > 1) {
            throw new ModelException(folder + ": the network reads " + inputs
                    + "; an image encoder needs a network whose only input are the pixels, float [n, 3, h, w]");
        }
        String name = inputs.stream().findFirst().orElse(USUAL_NAME);
        return new ImageInput(
                name,
                network.shape(name).map(shape -> rows(folder, shape, size)).orElse(0));
    }

    private static int rows(String folder, long[] shape, Size size) {
        List<Long> wanted = List.of(shape.length == 0 ? 0 : shape[0], 3L, (long) size.height(), (long) size.width());
        boolean fits = shape.length == wanted.size();
        for (int i = 1; fits && i < shape.length; i++) {
            fits = shape[i] < 0 || shape[i] == wanted.get(i);
        }
        if (!fits || shape[0] == 0 || shape[0] > MOST_ROWS) {
            throw new ModelException(folder + ": the network reads pixels of shape " + Arrays.toString(shape)
                    + " (-1 is free), but the preprocessing gives [n, 3, " + size.height() + ", " + size.width()
                    + "]; correct the configuration, or pass a Preprocessing that fits the network");
        }
        return (int) Math.max(0, shape[0]);
    }
}
