package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Convolution;
import io.github.zsl4j.train.gradient.FeatureMaps;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Planes;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Three convolutions that read a picture, each halving its side, with a leaky max(0, x) after each.
 *
 * @param name that its parameters' names begin with
 * @param side of pictures in pixels, a multiple of 8
 * @param width maps after the first convolution; twice as many after the others
 */
public record Tower(String name, int side, int width) {

    List<Convolution> convolutions() {
        return List.of(
                Convolution.halving(name + ".0", SmallPicture.CHANNELS, width),
                Convolution.halving(name + ".1", width, 2 * width),
                Convolution.halving(name + ".2", 2 * width, 2 * width));
    }

    /** The parameters that training begins with. */
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>();
        convolutions().forEach(layer -> parameters.addAll(layer.initial(random)));
        return parameters;
    }

    /** Components of what comes out. */
    public int outputs() {
        return 2 * width * (side / 8) * (side / 8);
    }

    /** The same for one picture, in plain Java. */
    public float[] apply(Trained trained, SmallPicture picture) {
        float[] values = new float[SmallPicture.CHANNELS * side * side];
        picture.copyPlanes(values, 0);
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * values[i] - 1;
        }
        Planes x = new Planes(SmallPicture.CHANNELS, side, values);
        for (Convolution layer : convolutions()) {
            x = layer.apply(trained, x).leakyRelu();
        }
        return x.values();
    }

    /**
     * On several pictures.
     *
     * @param parameters by name, such as {@code graph::parameter}
     * @param pictures planes in [0, 1] [n, 3 * side * side]
     * @return [n, outputs]
     */
    public Variable apply(Function<String, Variable> parameters, Variable pictures) {
        FeatureMaps x = FeatureMaps.of(pictures.scaled(2).plus(-1), SmallPicture.CHANNELS);
        for (Convolution layer : convolutions()) {
            x = layer.apply(parameters, x).leakyRelu();
        }
        return x.rows();
    }
}
