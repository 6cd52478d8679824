package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A network of affine layers x W + b with max(0, x) between them.
 *
 * @param name of the network, which its parameters' names begin with
 * @param sizes the dimensions of the input, of what is between the layers, and of the output; at least two
 * @param reluAtEnd whether max(0, x) follows the last layer too
 */
public record Layers(String name, List<Integer> sizes, boolean reluAtEnd) {

    public Layers {
        sizes = List.copyOf(sizes);
    }

    /** One affine layer. */
    public static Layers one(String name, int input, int output) {
        return new Layers(name, List.of(input, output), false);
    }

    /** Two layers with max(0, x) between them. */
    public static Layers two(String name, int input, int hidden, int output) {
        return new Layers(name, List.of(input, hidden, output), false);
    }

    private int count() {
        return sizes.size() - 1;
    }

    private String weight(int layer) {
        return name + "." + layer + ".weight";
    }

    private String bias(int layer) {
        return name + "." + layer + ".bias";
    }

    /** Uniform in 1 / sqrt(inputs of the layer) around 0, as PyTorch begins. */
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            int in = sizes.get(i);
            int out = sizes.get(i + 1);
            double bound = 1 / Math.sqrt(in);
            parameters.add(Parameter.uniform(weight(i), in, out, bound, random));
            parameters.add(Parameter.uniform(bias(i), 1, out, bound, random));
        }
        return parameters;
    }

    /** @param input [n, first size] */
    public Variable apply(Graph graph, Variable input) {
        Variable x = input;
        for (int i = 0; i < count(); i++) {
            x = x.times(graph.parameter(weight(i))).plus(graph.parameter(bias(i)));
            x = i < count() - 1 || reluAtEnd ? x.relu() : x;
        }
        return x;
    }

    /**
     * The network in plain Java.
     *
     * @param input one row [first size]
     * @return [last size]
     */
    public float[] apply(Trained trained, float[] input) {
        float[] x = input;
        for (int i = 0; i < count(); i++) {
            float[] y = affine(x, trained.parameter(weight(i)), trained.parameter(bias(i)));
            for (int j = 0; j < y.length && (i < count() - 1 || reluAtEnd); j++) {
                y[j] = Math.max(0, y[j]);
            }
            x = y;
        }
        return x;
    }

    private static float[] affine(float[] x, Parameter weight, Parameter bias) {
        float[] y = bias.values().clone();
        int columns = weight.columns();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < columns; j++) {
                y[j] += x[i] * weight.values()[i * columns + j];
            }
        }
        return y;
    }

    /** The network as a map from {@code source} to a space of its own. */
    public Alignment alignment(Trained trained, EmbeddingSpace source) {
        return alignment(trained, source, null);
    }

    /**
     * The network as a map between spaces that there are.
     *
     * @param target null for a space of its own
     */
    public Alignment alignment(Trained trained, EmbeddingSpace source, EmbeddingSpace target) {
        List<Alignment> parts = new ArrayList<>();
        EmbeddingSpace space = source;
        for (int i = 0; i < count(); i++) {
            boolean relu = i < count() - 1 || reluAtEnd;
            EmbeddingSpace end = i == count() - 1 ? target : null;
            parts.add(trained.linear(weight(i), bias(i), space, relu ? null : end));
            space = parts.get(parts.size() - 1).target();
            if (relu) {
                parts.add(relu(space, end));
                space = parts.get(parts.size() - 1).target();
            }
        }
        return parts.size() == 1 ? parts.get(0) : new AlignmentChain(parts);
    }

    private static Alignment relu(EmbeddingSpace source, EmbeddingSpace target) {
        return target == null
                ? FunctionAlignment.of(source, RowFunction.RELU)
                : FunctionAlignment.of(source, target, RowFunction.RELU);
    }
}
