package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gaussian;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The training of a {@link ConditionalVae}. */
final class VaeTask extends GeneratorTask {

    private final double beta;
    private final GaussianEncoder encoder;
    private final GeneratorNetwork decoder;

    private VaeTask(String identity, Inputs inputs, ConditionalVae method) {
        super(identity, inputs);
        int d = inputs.featureSpace().dimension();
        int a = inputs.semanticSpace().dimension();
        beta = method.beta();
        encoder = GaussianEncoder.of("encoder", d + a, method.hidden(), method.noise());
        decoder = GeneratorNetwork.of(inputs, method.hidden(), method.noise());
    }

    static VaeTask of(String identity, ConditionalVae method, TrainingSet examples) {
        return new VaeTask(identity, Inputs.of(examples, method.semanticNoise()), method);
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(encoder.initial(random));
        parameters.addAll(decoder.initial(random));
        return parameters;
    }

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        return Gradients.of(parameters, graph -> {
            Variable s = inputs().noisySemantics(graph, batch.items(), batch.random());
            Variable noise = graph.normal(batch.items().length, decoder.noise(), batch.random());
            return loss(graph, inputs().features(graph, batch.items()), s, noise);
        });
    }

    /**
     * The mean over pictures of the negative evidence lower bound.
     *
     * @param x features [b, d]
     * @param s semantics of their classes [b, a]
     * @param noise standard normal [b, noise]
     */
    Variable loss(Graph graph, Variable x, Variable s, Variable noise) {
        Gaussian code = encoder.apply(graph, x.beside(s));
        Variable made = decoder.apply(graph, s, code.sample(noise));
        tellSpread(graph, made, x);
        Variable reconstruction = graph.part("reconstruction", squaredError(x, made));
        return reconstruction.plus(graph.part("divergence", code.divergence()).scaled(beta));
    }

    /** |x - y|^2 / 2, the mean over rows. */
    static Variable squaredError(Variable x, Variable y) {
        return x.minus(y).squared().rowSums().scaled(0.5).mean();
    }

    @Override
    GenerativeModel model(Trained trained) {
        return new GenerativeModel(new IdentityAlignment(inputs().featureSpace()), decoder.generator(trained));
    }
}
