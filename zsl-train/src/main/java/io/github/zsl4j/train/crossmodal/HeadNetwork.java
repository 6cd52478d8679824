package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The network of a head.
 *
 * @param from the components that the layers leave out
 * @param layers what is learned; of the identity, nothing
 */
record HeadNetwork(Head head, int from, Layers layers) {

    /**
     * @param name which parameters' names begin with
     * @throws IllegalArgumentException if the head cannot carry so many dimensions into so many
     */
    static HeadNetwork of(String name, Head head, int input, int output) {
        boolean fits = switch (head.form()) {
            case IDENTITY -> input == output;
            case RESIDUAL -> input >= output;
            case RESIDUAL_OF_REST -> input > output;
            case FREE -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("The head " + head.form() + " of " + name + " cannot carry " + input
                    + " dimensions into a common space of " + output + "; choose another head or dimension");
        }
        int from = head.form() == Head.Form.RESIDUAL_OF_REST ? output : 0;
        int hidden = head.hidden();
        return new HeadNetwork(
                head,
                from,
                hidden == 0 ? Layers.one(name, input - from, output) : Layers.two(name, input - from, hidden, output));
    }

    private int output() {
        return layers.sizes().get(layers.sizes().size() - 1);
    }

    private boolean isIdentity() {
        return head.form() == Head.Form.IDENTITY;
    }

    private boolean isResidual() {
        return !isIdentity() && head.form() != Head.Form.FREE;
    }

    /** The last layer of a residual head begins with zeros. */
    List<Parameter> initial(Random random) {
        if (isIdentity()) {
            return List.of();
        }
        List<Parameter> parameters = layers.initial(random);
        if (isResidual()) {
            int size = parameters.size();
            parameters.subList(size - 2, size).forEach(p -> Arrays.fill(p.values(), 0));
        }
        return parameters;
    }

    Variable apply(Graph graph, Variable x) {
        if (isIdentity()) {
            return x;
        }
        Variable learned = layers.apply(graph, x.columns(from, x.columns()));
        return isResidual() ? x.columns(0, output()).plus(learned) : learned;
    }

    Alignment alignment(Trained trained, EmbeddingSpace source) {
        if (isIdentity()) {
            return new IdentityAlignment(source);
        }
        if (!isResidual()) {
            return layers.alignment(trained, source);
        }
        EmbeddingSpace seen = EmbeddingSpace.of("rest of " + source.name(), source.dimension() - from);
        return layers.alignment(trained, seen) instanceof AlignmentChain chain
                ? twoLayers(source, (LinearAlignment) chain.parts().get(0), (LinearAlignment)
                        chain.parts().get(2))
                : oneLayer(source, (LinearAlignment) layers.alignment(trained, seen));
    }

    /** x E + (rest of x) W + b, with E of the leading components. */
    private LinearAlignment oneLayer(EmbeddingSpace source, LinearAlignment learned) {
        int e = output();
        float[] weights = new float[Math.multiplyExact(source.dimension(), e)];
        System.arraycopy(learned.weights(), 0, weights, from * e, learned.weights().length);
        for (int i = 0; i < e; i++) {
            weights[i * e + i] += 1;
        }
        return affine(source, weights, learned.bias());
    }

    /** x E + max(0, (rest of x) W1 + b1) W2 + b2 as two layers, by x = max(0, x) - max(0, -x). */
    private Alignment twoLayers(EmbeddingSpace source, LinearAlignment first, LinearAlignment second) {
        int h = head.hidden();
        int e = output();
        int wide = h + 2 * e;
        float[] into = new float[Math.multiplyExact(source.dimension(), wide)];
        for (int i = from; i < source.dimension(); i++) {
            System.arraycopy(first.weights(), (i - from) * h, into, i * wide, h);
        }
        float[] out = Arrays.copyOf(second.weights(), Math.multiplyExact(wide, e));
        for (int i = 0; i < e; i++) {
            into[i * wide + h + i] = 1;
            into[i * wide + h + e + i] = -1;
            out[(h + i) * e + i] = 1;
            out[(h + e + i) * e + i] = -1;
        }
        LinearAlignment widened = affine(source, into, Arrays.copyOf(first.bias(), wide));
        FunctionAlignment relu = FunctionAlignment.of(widened.target(), RowFunction.RELU);
        return AlignmentChain.of(widened, relu, affine(relu.target(), out, second.bias()));
    }

    private static LinearAlignment affine(EmbeddingSpace source, float[] weights, float[] bias) {
        EmbeddingSpace target = EmbeddingSpace.ofParameters("head of " + source.name(), bias.length, weights, bias);
        return LinearAlignment.of(source, target, weights).withBias(bias);
    }
}
