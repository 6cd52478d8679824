package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.regression.SoftmaxRegression;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The training of an {@link FClsWgan}: steps of the critic, then one of the generator, and so on. */
final class WganTask extends GeneratorTask {

    private final FClsWgan.Adversary adversary;
    private final Critic critic;
    private final GeneratorNetwork generator;
    private final LinearAlignment classifier;

    /** The classes' means [c, d]. */
    private final float[] centres;

    /** @param classifier of features as they are, to logits of the seen classes */
    WganTask(String identity, Inputs inputs, FClsWgan method, LinearAlignment classifier) {
        super(identity, inputs);
        int d = inputs.featureSpace().dimension();
        int a = inputs.semanticSpace().dimension();
        this.adversary = method.adversary();
        this.critic = new Critic(d, a, method.hidden());
        this.generator = GeneratorNetwork.of(inputs, method.hidden(), method.noise());
        this.classifier = classifier;
        this.centres = inputs.examples().classMeans().toFloats();
    }

    static WganTask of(String identity, FClsWgan method, TrainingSet examples) {
        Inputs inputs = Inputs.of(examples, method.semanticNoise());
        LinearAlignment classifier =
                new SoftmaxRegression(1, 1e-2).fit(examples.features(), examples.labels(), examples.classes());
        return new WganTask(identity, inputs, method, classifier);
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(critic.initial(random));
        parameters.addAll(generator.initial(random));
        return parameters;
    }

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        boolean isGenerators = (batch.step() + 1) % (adversary.criticSteps() + 1) == 0;
        String turn = isGenerators ? GeneratorNetwork.NAME : Critic.NAME;
        return Gradients.of(parameters, name -> name.startsWith(turn), graph -> {
            int[] rows = batch.items();
            Variable s = inputs().noisySemantics(graph, rows, batch.random());
            Variable z = graph.normal(rows.length, generator.noise(), batch.random());
            return isGenerators
                    ? generatorLoss(graph, rows, s, z)
                    : criticLoss(graph, inputs().features(graph, rows), s, z, shares(graph, batch));
        });
    }

    private static Variable shares(Graph graph, Batch batch) {
        float[] shares = new float[batch.items().length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = batch.random().nextFloat();
        }
        return graph.constant(1, shares);
    }

    /** @param t where between real and generated features the gradient is taken, in [0, 1] [b, 1] */
    Variable criticLoss(Graph graph, Variable x, Variable s, Variable z, Variable t) {
        Variable made = generator.apply(graph, s, z);
        Variable between = t.scaled(x).plus(t.scaled(-1).plus(1).scaled(made));
        Variable distance = critic.apply(graph, x, s)
                .mean()
                .minus(critic.apply(graph, made, s).mean());
        Variable penalty = critic.penalty(graph, between, s);
        graph.part("distance", distance);
        graph.part("penalty", penalty);
        return penalty.scaled(adversary.penalty()).minus(distance);
    }

    /** @param rows the pictures whose classes are generated */
    Variable generatorLoss(Graph graph, int[] rows, Variable s, Variable z) {
        Variable made = generator.apply(graph, s, z);
        tellSpread(graph, made, inputs().features(graph, rows));
        Variable fooled =
                graph.part("generator", critic.apply(graph, made, s).mean().scaled(-1));
        Variable classified = graph.part("classification", classification(graph, rows, made));
        Variable away = graph.part("centre", fromCentre(graph, rows, made));
        return fooled.plus(classified.scaled(adversary.classification())).plus(away.scaled(adversary.centre()));
    }

    /** |x - m_y|^2 / d, the mean over rows. */
    private Variable fromCentre(Graph graph, int[] rows, Variable made) {
        Variable means = inputs().pictures().isOf(graph, rows).times(graph.constant(made.columns(), centres));
        return made.scaled(1 / inputs().featureFactor())
                .minus(means)
                .scaled(inputs().featureFactor())
                .squared()
                .mean();
    }

    /** -log P(y | x), the mean over rows. */
    private Variable classification(Graph graph, int[] rows, Variable made) {
        int c = inputs().examples().classes();
        Variable features =
                made.scaled(1 / inputs().featureFactor()).minus(graph.constant(made.columns(), classifier.centre()));
        Variable logits =
                features.times(graph.constant(c, classifier.weights())).plus(graph.constant(c, classifier.bias()));
        Variable own = inputs().pictures().isOf(graph, rows);
        return logits.logSoftmax().scaled(own).rowSums().mean().scaled(-1);
    }

    @Override
    GenerativeModel model(Trained trained) {
        return new GenerativeModel(new IdentityAlignment(inputs().featureSpace()), generator.generator(trained));
    }
}
