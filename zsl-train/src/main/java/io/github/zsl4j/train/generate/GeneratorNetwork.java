package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.generate.FeatureGenerator;
import io.github.zsl4j.generate.NetworkGenerator;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** G(s, z): makes features of semantics and noise, with one hidden layer. */
record GeneratorNetwork(Inputs inputs, int noise, Layers layers) {

    /** What the names of its parameters begin with. */
    static final String NAME = "generator";

    static GeneratorNetwork of(Inputs inputs, int hidden, int noise) {
        int a = inputs.semanticSpace().dimension();
        int d = inputs.featureSpace().dimension();
        return new GeneratorNetwork(inputs, noise, Layers.two(NAME, a + noise, hidden, d));
    }

    List<Parameter> initial(Random random) {
        return layers.initial(random);
    }

    /**
     * @param s semantics [b, a]
     * @param z noise [b, noise]
     * @return features [b, d]
     */
    Variable apply(Graph graph, Variable s, Variable z) {
        return layers.apply(graph, s.beside(z));
    }

    /** The network in plain Java, on vectors as they are. */
    FeatureGenerator generator(Trained trained) {
        Alignment condition = inputs.semanticScaling();
        EmbeddingSpace joint = new EmbeddingSpace(
                "semantics and noise", layers.sizes().get(0), condition.target().identity());
        AlignmentChain network = (AlignmentChain) layers.alignment(trained, joint);
        List<Alignment> parts = new ArrayList<>(network.parts());
        parts.add(inputs.featureUnscaling(network.target()));
        return new NetworkGenerator(condition, new AlignmentChain(parts));
    }
}
