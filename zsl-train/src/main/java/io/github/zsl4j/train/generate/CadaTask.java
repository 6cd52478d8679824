package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.FeatureGenerator;
import io.github.zsl4j.generate.GaussianGenerator;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.generate.MappedGenerator;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gaussian;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The training of a {@link CadaVae}. */
final class CadaTask extends GeneratorTask {

    private final CadaVae method;
    private final Coder features;
    private final Coder semantics;
    private final double risingSteps;

    /** One autoencoder. */
    private record Coder(GaussianEncoder encoder, Layers decoder) {

        static Coder of(String name, int inputs, CadaVae method) {
            return new Coder(
                    GaussianEncoder.of(
                            name + ".encoder",
                            inputs,
                            method.hidden(),
                            method.codes().dimension()),
                    Layers.two(name + ".decoder", method.codes().dimension(), method.hidden(), inputs));
        }

        List<Parameter> initial(Random random) {
            List<Parameter> parameters = new ArrayList<>(encoder.initial(random));
            parameters.addAll(decoder.initial(random));
            return parameters;
        }
    }

    /** Inputs of both encoders, what they are to be decoded to, and noise for the codes. */
    record Pair(Variable x, Variable s, Variable noisy, Variable noiseX, Variable noiseS) {}

    private CadaTask(String identity, Inputs inputs, CadaVae method) {
        super(identity, inputs);
        this.method = method;
        this.features = Coder.of("features", inputs.featureSpace().dimension(), method);
        this.semantics = Coder.of("semantics", inputs.semanticSpace().dimension(), method);
        int batches =
                (items() + method.options().batchSize() - 1) / method.options().batchSize();
        this.risingSteps = method.weights().rise() * batches * method.options().epochs();
    }

    static CadaTask of(String identity, CadaVae method, TrainingSet examples) {
        return new CadaTask(identity, Inputs.of(examples, method.semanticNoise()), method);
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(features.initial(random));
        parameters.addAll(semantics.initial(random));
        return parameters;
    }

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        double risen = risingSteps <= 0 ? 1 : Math.min(1, (batch.step() + 1) / risingSteps);
        return Gradients.of(
                parameters,
                graph -> loss(graph, pair(graph, batch), method.weights().times(risen)));
    }

    private Pair pair(Graph graph, Batch batch) {
        int[] rows = batch.items();
        Variable noisy = inputs().noisySemantics(graph, rows, batch.random());
        int k = method.codes().dimension();
        Variable noiseX = graph.normal(rows.length, k, batch.random());
        Variable noiseS = graph.normal(rows.length, k, batch.random());
        return new Pair(inputs().features(graph, rows), inputs().semantics(graph, rows), noisy, noiseX, noiseS);
    }

    Variable loss(Graph graph, Pair pair, CadaVae.Weights weights) {
        Gaussian qx = features.encoder.apply(graph, pair.x);
        Gaussian qs = semantics.encoder.apply(graph, pair.noisy);
        Variable zx = qx.sample(pair.noiseX);
        Variable zs = qs.sample(pair.noiseS);
        tellSpread(graph, zs, zx);
        Variable own = graph.part("reconstruction", errors(graph, pair, zx, zs));
        Variable crossed = graph.part("cross", errors(graph, pair, zs, zx));
        Variable divergence = graph.part("divergence", qx.divergence().plus(qs.divergence()));
        Variable distance = graph.part("distribution", qx.distance(qs));
        return own.plus(divergence.scaled(weights.beta()))
                .plus(crossed.scaled(weights.cross()))
                .plus(distance.scaled(weights.distribution()));
    }

    /** |x - D_x(z)|_1 + |s - D_s(z')|_1, the means over rows. */
    private Variable errors(Graph graph, Pair pair, Variable forFeatures, Variable forSemantics) {
        Variable x = features.decoder.apply(graph, forFeatures);
        Variable s = semantics.decoder.apply(graph, forSemantics);
        return pair.x
                .minus(x)
                .absolute()
                .rowSums()
                .mean()
                .plus(pair.s.minus(s).absolute().rowSums().mean());
    }

    @Override
    GenerativeModel model(Trained trained) {
        Alignment fromFeatures = features.encoder.mean(trained, inputs().featureScaling(), null);
        Alignment scaling = inputs().semanticScaling();
        Alignment mean = semantics.encoder.mean(trained, scaling, fromFeatures.target());
        Alignment logVariance = semantics.encoder.logVariance(trained, scaling);
        FeatureGenerator codes = new GaussianGenerator(mean, logVariance);
        return method.codes().decoded() ? decoded(trained, codes) : new GenerativeModel(fromFeatures, codes);
    }

    private GenerativeModel decoded(Trained trained, FeatureGenerator codes) {
        Alignment decoder = features.decoder.alignment(trained, codes.featureSpace());
        Alignment map = AlignmentChain.of(decoder, inputs().featureUnscaling(decoder.target()));
        return new GenerativeModel(new IdentityAlignment(inputs().featureSpace()), new MappedGenerator(codes, map));
    }
}
