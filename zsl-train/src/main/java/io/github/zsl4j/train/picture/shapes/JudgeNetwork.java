package io.github.zsl4j.train.picture.shapes;

import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import io.github.zsl4j.train.picture.SmallPicture;
import io.github.zsl4j.train.picture.Tower;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reads the four attributes off a drawing: convolutions, then two affine layers with one output for each value. */
final class JudgeNetwork {

    /** The number of values of each attribute, in the order of {@link Combination#values}. */
    private static final int[] VALUES = {
        Form.values().length, Colour.values().length, Texture.values().length, Size.values().length
    };

    private static final int OUTPUTS = 16;

    private final Tower tower = new Tower("judge", ShapesWorld.SIDE, 24);
    private final Layers head = Layers.two("answers", tower.outputs(), 64, OUTPUTS);

    List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(tower.initial(random));
        parameters.addAll(head.initial(random));
        return parameters;
    }

    /** The sum of four cross-entropies. */
    Variable loss(Graph graph, Variable pictures, List<Combination> shown) {
        Variable outputs = head.apply(graph, tower.apply(graph::parameter, pictures));
        float[] asked = new float[shown.size() * OUTPUTS];
        for (int i = 0; i < shown.size(); i++) {
            int from = i * OUTPUTS;
            for (int a = 0; a < VALUES.length; a++) {
                asked[from + shown.get(i).values().get(a).ordinal()] = 1;
                from += VALUES[a];
            }
        }
        Variable right = graph.constant(OUTPUTS, asked);
        Variable sum = graph.constant(1, new float[1]);
        int from = 0;
        for (int count : VALUES) {
            Variable logs = outputs.columns(from, from + count).logSoftmax();
            sum = sum.minus(
                    logs.scaled(right.columns(from, from + count)).rowSums().mean());
            from += count;
        }
        return sum.sum();
    }

    /** The likeliest value of each attribute. */
    Combination read(Trained trained, SmallPicture picture) {
        float[] outputs = head.apply(trained, tower.apply(trained, picture));
        int[] best = new int[VALUES.length];
        int from = 0;
        for (int a = 0; a < VALUES.length; a++) {
            for (int v = 1; v < VALUES[a]; v++) {
                best[a] = outputs[from + v] > outputs[from + best[a]] ? v : best[a];
            }
            from += VALUES[a];
        }
        return new Combination(
                Form.values()[best[0]], Colour.values()[best[1]], Texture.values()[best[2]], Size.values()[best[3]]);
    }
}
