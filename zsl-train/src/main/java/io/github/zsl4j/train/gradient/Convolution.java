package io.github.zsl4j.train.gradient;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A layer of a network: kernels over maps with a border of 0s that is 1 wide, and an offset for each map.
 *
 * @param name that its parameters' names begin with
 * @param in maps that go in
 * @param out maps that come out
 * @param kernel side of the square kernels
 * @param stride from one place of a kernel to the next
 */
public record Convolution(String name, int in, int out, int kernel, int stride) {

    /** Keeps the side of maps. */
    public static Convolution same(String name, int in, int out) {
        return new Convolution(name, in, out, 3, 1);
    }

    /** Halves the side of maps. */
    public static Convolution halving(String name, int in, int out) {
        return new Convolution(name, in, out, 4, 2);
    }

    private String weight() {
        return name + ".weight";
    }

    private String bias() {
        return name + ".bias";
    }

    /** Uniform in 1 / sqrt(inputs of a component) around 0, as PyTorch begins. */
    public List<Parameter> initial(Random random) {
        int inputs = in * kernel * kernel;
        double bound = 1 / Math.sqrt(inputs);
        return List.of(
                Parameter.uniform(weight(), out, inputs, bound, random),
                Parameter.uniform(bias(), 1, out, bound, random));
    }

    /**
     * On maps of several pictures.
     *
     * @param parameters by name, such as {@code graph::parameter}
     */
    public FeatureMaps apply(Function<String, Variable> parameters, FeatureMaps maps) {
        return maps.convolved(parameters.apply(weight()), parameters.apply(bias()), stride);
    }

    /** On maps of one picture, in plain Java. */
    public Planes apply(Trained trained, Planes maps) {
        return maps.convolved(
                trained.parameter(weight()).values(), trained.parameter(bias()).values(), stride);
    }
}
