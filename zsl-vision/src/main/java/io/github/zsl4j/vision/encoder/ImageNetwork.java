package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import io.github.zsl4j.vision.preprocess.Size;
import java.util.List;
import java.util.Map;

/**
 * A network, what goes into it and what comes out of it.
 *
 * @param network closed with the encoder
 * @param input of the pixels
 * @param readout of the vectors
 * @param preprocessing from picture to pixels
 */
record ImageNetwork(Network network, ImageInput input, Readout readout, Preprocessing preprocessing) {

    private static final RgbImage GREY = RgbImage.of(1, 1, new byte[] {127, 127, 127});

    /**
     * All outputs for one grey picture: how a network is asked what it gives.
     *
     * @throws ModelException if it cannot be run
     */
    static Map<String, Tensor> probe(Network network, ImageInput input, Preprocessing preprocessing) {
        return network.run(Map.of(input.name(), pixels(List.of(GREY), input, preprocessing)));
    }

    /**
     * @param images at most as many as the input takes
     * @param dimension that is expected
     * @return [n, dimension], row-major
     * @throws ModelException if the network gives something else
     */
    float[] vectors(List<? extends RgbImage> images, int dimension) {
        Tensor output = network.run(Map.of(input.name(), pixels(images, input, preprocessing)), readout.output());
        float[] vectors = readout.vectors(output, images.size());
        if (vectors.length != images.size() * dimension) {
            throw new ModelException("The output '" + readout.output() + "' is " + output + ", which gives no vectors ["
                    + images.size() + ", " + dimension + "]");
        }
        return vectors;
    }

    /** Rows that the network insists on beyond the pictures stay 0. */
    private static Tensor pixels(List<? extends RgbImage> images, ImageInput input, Preprocessing preprocessing) {
        int rows = Math.max(images.size(), input.rows());
        int length = preprocessing.length();
        float[] pixels = new float[Math.multiplyExact(rows, length)];
        for (int i = 0; i < images.size(); i++) {
            preprocessing.apply(images.get(i), pixels, i * length);
        }
        Size size = preprocessing.outputSize();
        return Tensor.of(pixels, rows, 3, size.height(), size.width());
    }
}
