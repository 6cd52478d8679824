package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Convolution;
import io.github.zsl4j.train.gradient.FeatureMaps;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Planes;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The network that makes a picture of noise and a condition: two affine layers to maps of an eighth of the picture's side,
 * then three sub-pixel convolutions that double it, and a sigmoid. The condition enters with the noise, and again before
 * each convolution as a factor and an offset of each map, which is what lets it combine what it has seen only apart.
 *
 * @param side of pictures in pixels, a multiple of 8
 * @param noise components of the noise
 * @param condition components of the condition
 * @param width maps before the last convolution; twice and four times as many before the others
 */
record Decoder(int side, int noise, int condition, int width) {

    private static final int CODE = 32;
    private static final int HIDDEN = 128;

    /** @throws IllegalArgumentException if a number is out of its range */
    Decoder {
        if (side < 8 || side % 8 != 0 || side > 256) {
            throw new IllegalArgumentException(
                    "Pictures are 8, 16, 24 ... 256 pixels wide and high, not " + side + "; scale them before");
        }
        if (noise < 1 || condition < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A decoder has at least 1 component of noise and of the condition, and at" + " least 1 map, not "
                            + noise + ", " + condition + " and " + width);
        }
    }

    private Layers code() {
        return Layers.one("code", condition, CODE);
    }

    private Layers maps() {
        int small = side / 8;
        return Layers.two("maps", noise + CODE, HIDDEN, 4 * width * small * small);
    }

    /** For each map before each convolution a factor, and an offset. */
    private Layers modulation() {
        return Layers.one("modulation", CODE, 2 * (4 + 2 + 1) * width);
    }

    private List<Convolution> convolutions() {
        return List.of(
                Convolution.same("up.0", 4 * width, 8 * width),
                Convolution.same("up.1", 2 * width, 4 * width),
                Convolution.same("up.2", width, 4 * SmallPicture.CHANNELS));
    }

    List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.addAll(code().initial(random));
        parameters.addAll(maps().initial(random));
        parameters.addAll(modulation().initial(random));
        convolutions().forEach(layer -> parameters.addAll(layer.initial(random)));
        return parameters;
    }

    /** What the networks around the decoder know of the condition [n, 32]. */
    Variable code(Graph graph, Variable conditions) {
        return code().apply(graph, conditions);
    }

    /** Components of {@link #code}. */
    static int codeSize() {
        return CODE;
    }

    /**
     * @param noises [n, noise]
     * @param codes of the conditions [n, 32]
     * @return planes of pictures in [0, 1] [n, 3 * side * side]
     */
    Variable apply(Graph graph, Variable noises, Variable codes) {
        Variable modulation = modulation().apply(graph, codes);
        FeatureMaps x = FeatureMaps.of(maps().apply(graph, noises.beside(codes)), 4 * width);
        int from = 0;
        for (Convolution layer : convolutions()) {
            int middle = from + x.channels();
            int end = middle + x.channels();
            x = x.modulated(modulation.columns(from, middle), modulation.columns(middle, end));
            x = layer.apply(graph::parameter, x.relu()).unfolded();
            from = end;
        }
        return x.rows().sigmoid();
    }

    /**
     * The same for one picture, in plain Java.
     *
     * @param noises [noise]
     * @param conditions [condition]
     */
    SmallPicture apply(Trained trained, float[] noises, float[] conditions) {
        float[] code = code().apply(trained, conditions);
        float[] modulation = modulation().apply(trained, code);
        float[] both = new float[noise + CODE];
        System.arraycopy(noises, 0, both, 0, noise);
        System.arraycopy(code, 0, both, noise, CODE);
        Planes x = new Planes(4 * width, side / 8, maps().apply(trained, both));
        int from = 0;
        for (Convolution layer : convolutions()) {
            int maps = x.channels();
            x = layer.apply(trained, x.modulated(modulation, from).relu()).unfolded();
            from += 2 * maps;
        }
        return SmallPicture.ofPlanes(side, sigmoid(x.values()));
    }

    private static float[] sigmoid(float[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (1 / (1 + StrictMath.exp(-x[i])));
        }
        return y;
    }
}
