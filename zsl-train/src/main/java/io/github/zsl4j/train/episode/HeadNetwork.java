package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.train.gradient.Gradients;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network that classifies features, and its gradient, in plain Java: affine layers x W + b with max(0, x) between
 * them, softmax and cross-entropy.
 */
final class HeadNetwork {

    private final List<DenseLayer> layers;

    private HeadNetwork(List<DenseLayer> layers) {
        this.layers = layers;
    }

    /** @param arrays weight and bias of each layer; copied */
    static HeadNetwork of(List<float[]> arrays) {
        List<DenseLayer> layers = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i += 2) {
            layers.add(new DenseLayer(arrays.get(i).clone(), arrays.get(i + 1).clone()));
        }
        return new HeadNetwork(layers);
    }

    /** The network that an alignment is, of linear maps with max(0, x) between them. */
    static HeadNetwork of(Alignment alignment) {
        List<Alignment> parts = alignment instanceof AlignmentChain chain ? chain.parts() : List.of(alignment);
        List<float[]> arrays = new ArrayList<>();
        for (Alignment part : parts) {
            if (part instanceof LinearAlignment linear) {
                arrays.add(linear.weights());
                arrays.add(linear.bias());
            } else if (!(part instanceof FunctionAlignment)) {
                throw new IllegalArgumentException("A network is made of linear maps and functions, not of " + part);
            }
        }
        return of(arrays);
    }

    /** The parameters themselves, in the order that they were given in. */
    List<float[]> arrays() {
        List<float[]> arrays = new ArrayList<>();
        for (DenseLayer layer : layers) {
            arrays.add(layer.weights());
            arrays.add(layer.bias());
        }
        return arrays;
    }

    /** The number of classes that it has outputs for. */
    int ways() {
        return layers.get(layers.size() - 1).bias().length;
    }

    /** [n, ways]. */
    float[] logits(float[] x) {
        List<float[]> values = values(x);
        return values.get(values.size() - 1);
    }

    /** What goes into each layer, and what comes out of the last. */
    private List<float[]> values(float[] x) {
        List<float[]> values = new ArrayList<>();
        values.add(x);
        for (int i = 0; i < layers.size(); i++) {
            float[] out = layers.get(i).apply(values.get(i));
            for (int j = 0; j < out.length && i < layers.size() - 1; j++) {
                out[j] = Math.max(0, out[j]);
            }
            values.add(out);
        }
        return values;
    }

    /**
     * The mean cross-entropy and its derivatives.
     *
     * @param x [n, d]
     * @param labels [n], below ways
     * @param classes how many outputs count, the first ones
     */
    Gradients gradients(float[] x, int[] labels, int classes) {
        List<float[]> values = values(x);
        float[] slope = values.get(layers.size()).clone();
        double loss = CrossEntropy.replaceByGradient(slope, labels, ways(), classes);
        List<float[]> gradients = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            float[] in = values.get(i);
            gradients.add(0, layers.get(i).biasGradient(slope));
            gradients.add(0, layers.get(i).weightGradient(in, slope));
            slope = i == 0 ? slope : layers.get(i).inputGradient(in, slope);
        }
        return new Gradients(loss, gradients);
    }

    /** Takes steps against the gradient. */
    void adapt(Adaptation adaptation, float[] x, int[] labels, int classes) {
        for (int step = 0; step < adaptation.steps(); step++) {
            List<float[]> gradients = gradients(x, labels, classes).values();
            List<float[]> arrays = arrays();
            for (int p = 0; p < arrays.size(); p++) {
                for (int i = 0; i < arrays.get(p).length; i++) {
                    arrays.get(p)[i] -=
                            (float) (adaptation.learningRate() * gradients.get(p)[i]);
                }
            }
        }
    }
}
