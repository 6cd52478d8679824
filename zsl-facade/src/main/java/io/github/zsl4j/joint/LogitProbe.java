package io.github.zsl4j.joint;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures the logit scale and bias of a combined network: it is run on noise, and the line through its logits over the
 * cosines of its own embeddings is fitted by least squares.
 */
final class LogitProbe {

    private static final int PICTURES = 4;
    private static final int TEXTS = 8;

    /** Texts are this long where the network leaves it open. */
    private static final int CONTEXT = 77;

    /** Below this a bias is rounding: SigLIP's are near -10, and a network without one gives 0. */
    private static final double NO_BIAS = 1e-2;

    private LogitProbe() {}

    /** Empty if the network gives no logits or no embeddings, or the logits are not on a line. */
    static Optional<LogitParameters> measure(Network network) {
        Map<String, Tensor> outputs = network.run(noise(network));
        Tensor logits = outputs.get("logits_per_image");
        Tensor image = outputs.get("image_embeds");
        Tensor text = outputs.get("text_embeds");
        if (logits == null || image == null || text == null) {
            return Optional.empty();
        }
        return line(cosines(image.floats(), text.floats()), logits.floats());
    }

    private static Map<String, Tensor> noise(Network network) {
        Random random = new Random(7);
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (String input : network.inputs()) {
            if (!input.equals(CombinedTowers.PIXELS)) {
                inputs.put(input, texts(input, length(network), random));
            }
        }
        long[] shape = network.shape(CombinedTowers.PIXELS).orElse(new long[] {-1, 3, -1, -1});
        int side = shape.length == 4 && shape[3] > 0 ? (int) shape[3] : 224;
        float[] pixels = new float[PICTURES * 3 * side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        inputs.put(CombinedTowers.PIXELS, Tensor.of(pixels, PICTURES, 3, side, side));
        return inputs;
    }

    private static int length(Network network) {
        return network.shape(CombinedTowers.IDS)
                .filter(shape -> shape.length == 2 && shape[1] > 0)
                .map(shape -> (int) shape[1])
                .orElse(CONTEXT);
    }

    /** Ids of the first few hundred tokens, which every vocabulary has, all of them to be attended to. */
    private static Tensor texts(String input, int length, Random random) {
        long[] values = new long[TEXTS * length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (input) {
                case CombinedTowers.IDS -> 3 + random.nextInt(300);
                case "attention_mask" -> 1;
                default -> 0;
            };
        }
        return Tensor.of(values, TEXTS, length);
    }

    /** [pictures * texts], picture by picture. */
    private static double[] cosines(float[] images, float[] texts) {
        EmbeddingSpace space = EmbeddingSpace.of("probe", images.length / PICTURES);
        double[][] cosines =
                Similarity.COSINE.to(EmbeddingMatrix.wrap(space, texts)).of(EmbeddingMatrix.wrap(space, images));
        return Arrays.stream(cosines).flatMapToDouble(Arrays::stream).toArray();
    }

    private static Optional<LogitParameters> line(double[] x, float[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = 0;
        for (float value : y) {
            meanY += value / y.length;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double scale = xy / xx;
        double bias = meanY - scale * meanX;
        if (!(scale > 0) || worst(x, y, scale, bias) > 1e-3 * (1 + scale)) {
            return Optional.empty();
        }
        return Optional.of(
                Math.abs(bias) < NO_BIAS ? LogitParameters.softmax(scale) : LogitParameters.sigmoid(scale, bias));
    }

    private static double worst(double[] x, float[] y, double scale, double bias) {
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(scale * x[i] + bias - y[i]));
        }
        return worst;
    }
}
