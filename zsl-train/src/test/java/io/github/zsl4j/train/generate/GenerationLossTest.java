package io.github.zsl4j.train.generate;

import com.google.gson.JsonObject;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.LossCheck;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Task;
import io.github.zsl4j.train.gradient.Variable;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Losses and all their gradients equal those that Python takes, the gradient penalty's by differentiating twice. */
class GenerationLossTest {

    private static final TrainingOptions OPTIONS = TrainingOptions.of(1);
    private static final TrainingSet TRAINING = Reference.training();
    private static final Inputs INPUTS = Inputs.of(TRAINING, 0);
    private static final int[] ROWS =
            IntStream.iterate(0, i -> i < TRAINING.size(), i -> i + 7).toArray();

    private static JsonObject golden(String name) {
        return Reference.generation("losses").getAsJsonObject(name);
    }

    private static List<Parameter> parameters(Task task) {
        return LossCheck.parameters(task.initial(new Random(0)));
    }

    private static float[] wave(int size, int k) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (0.4 * Math.sin(1 + (double) i * i + 100.0 * k));
        }
        return values;
    }

    private static Variable noise(Graph graph, int columns, int k) {
        float[] values = new float[ROWS.length * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1.5 * Math.sin(3 + 7.0 * i + 50.0 * k));
        }
        return graph.constant(columns, values);
    }

    private static Variable x(Graph graph) {
        return INPUTS.features(graph, ROWS);
    }

    private static Variable s(Graph graph) {
        return INPUTS.semantics(graph, ROWS);
    }

    @Test
    void evidenceLowerBound() {
        VaeTask task = VaeTask.of("", new ConditionalVae(8, 3, 0.7, 0, OPTIONS), TRAINING);
        Gradients found =
                Gradients.of(parameters(task), graph -> task.loss(graph, x(graph), s(graph), noise(graph, 3, 0)));
        LossCheck.check(golden("vae"), found);
    }

    @Test
    void crossAndDistributionAlignment() {
        CadaVae.Weights weights = new CadaVae.Weights(0.5, 2, 3, 0);
        CadaTask task = CadaTask.of("", new CadaVae(8, new CadaVae.Codes(3, false), weights, 0, OPTIONS), TRAINING);
        Gradients found = Gradients.of(parameters(task), graph -> {
            CadaTask.Pair pair =
                    new CadaTask.Pair(x(graph), s(graph), s(graph), noise(graph, 3, 0), noise(graph, 3, 1));
            return task.loss(graph, pair, weights);
        });
        LossCheck.check(golden("cada"), found);
    }

    private static WganTask wgan() {
        int d = TRAINING.features().dimension();
        int c = TRAINING.classes();
        LinearAlignment classifier = LinearAlignment.of(
                        TRAINING.features().space(), EmbeddingSpace.of("logits", c), wave(d * c, 50))
                .withBias(wave(c, 51));
        FClsWgan method = new FClsWgan(8, 3, new FClsWgan.Adversary(1, 10, 0.3, 2), 0, OPTIONS);
        return new WganTask("", INPUTS, method, classifier);
    }

    /** The control leaves out which units leak. */
    @Test
    void criticWithGradientPenalty() {
        WganTask task = wgan();
        Gradients found = Gradients.of(parameters(task), name -> name.startsWith(Critic.NAME), graph -> {
            Variable t = noise(graph, 1, 1).absolute().scaled(1 / 1.5);
            return task.criticLoss(graph, x(graph), s(graph), noise(graph, 3, 0), t);
        });
        LossCheck.check(golden("critic"), found);
    }

    @Test
    void generatorWithClassification() {
        WganTask task = wgan();
        Gradients found = Gradients.of(
                parameters(task),
                name -> name.startsWith(GeneratorNetwork.NAME),
                graph -> task.generatorLoss(graph, ROWS, s(graph), noise(graph, 3, 0)));
        LossCheck.check(golden("generator"), found);
    }
}
