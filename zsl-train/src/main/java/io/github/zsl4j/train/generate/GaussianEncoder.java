package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.gradient.Gaussian;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A network with one hidden layer and two outputs: the mean and the log-variance of what it encodes. */
record GaussianEncoder(Layers hidden, Layers mean, Layers logVariance) {

    static GaussianEncoder of(String name, int inputs, int hidden, int outputs) {
        return new GaussianEncoder(
                new Layers(name + ".hidden", List.of(inputs, hidden), true),
                Layers.one(name + ".mean", hidden, outputs),
                Layers.one(name + ".logVariance", hidden, outputs));
    }

    List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(hidden.initial(random));
        parameters.addAll(mean.initial(random));
        parameters.addAll(logVariance.initial(random));
        return parameters;
    }

    /** @param input [b, inputs] */
    Gaussian apply(Graph graph, Variable input) {
        Variable between = hidden.apply(graph, input);
        return new Gaussian(mean.apply(graph, between), logVariance.apply(graph, between));
    }

    /**
     * The mean as a map, after {@code before}.
     *
     * @param target null for a space of its own
     */
    Alignment mean(Trained trained, Alignment before, EmbeddingSpace target) {
        return map(trained, before, mean, target);
    }

    /** The log-variance as a map into a space of its own, after {@code before}. */
    Alignment logVariance(Trained trained, Alignment before) {
        return map(trained, before, logVariance, null);
    }

    private Alignment map(Trained trained, Alignment before, Layers output, EmbeddingSpace target) {
        AlignmentChain between = (AlignmentChain) hidden.alignment(trained, before.target());
        List<Alignment> parts = new ArrayList<>();
        parts.add(before);
        parts.addAll(between.parts());
        parts.add(output.alignment(trained, between.target(), target));
        return new AlignmentChain(parts);
    }
}
