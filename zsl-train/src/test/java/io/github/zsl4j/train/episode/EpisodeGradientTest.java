package io.github.zsl4j.train.episode;

import com.google.gson.JsonObject;
import io.github.zsl4j.train.FewShotReference;
import io.github.zsl4j.train.LossCheck;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Pictures;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Losses and gradients of one episode at given parameters are those of PyTorch; the controls' are not. */
class EpisodeGradientTest {

    private static final LabelledFeatures DATA =
            new LabelledFeatures(FewShotReference.training(), FewShotReference.trainingLabels());

    /** Of classes 0 to 4, the first pictures as support and the next five as queries. */
    private static Episode episode(int shots) {
        return new Episode(new int[] {0, 1, 2, 3, 4}, rows(0, shots), ways(shots), rows(shots, shots + 5), ways(5));
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(0, 5)
                .flatMap(c -> IntStream.range(from, to).map(i -> c * FewShotReference.EACH + i))
                .toArray();
    }

    private static int[] ways(int each) {
        return IntStream.range(0, 5 * each).map(i -> i / each).toArray();
    }

    private static JsonObject golden(String name) {
        return FewShotReference.goldens("fixed").getAsJsonObject(name);
    }

    @Test
    void isThatOfPyTorchForPrototypes() {
        PrototypicalNetwork method = new PrototypicalNetwork(32, 8, new EpisodeShape(5, 3, 5), TrainingOptions.of(1));
        PrototypicalTask task = new PrototypicalTask(method, DATA);
        List<Parameter> parameters = LossCheck.parameters(task.initial(new Random(0)));
        LossCheck.check(golden("prototypical"), task.gradients(parameters, List.of(episode(3))));
    }

    @Test
    void isThatOfPyTorchForPrototypesOfSemantics() {
        ZeroShotPrototypicalNetwork method =
                new ZeroShotPrototypicalNetwork(12, new EpisodeShape(3, 0, 4), TrainingOptions.of(1));
        ZeroShotPrototypicalModel model = ZeroShotPrototypicalModel.of(new Pictures(Reference.training()), method);
        int[] classes = {3, 0, 7};
        int[] queries = IntStream.range(0, 12)
                .map(i -> classes[i / 4] * Reference.TRAIN + i % 4)
                .toArray();
        int[] labels = IntStream.range(0, 12).map(i -> i / 4).toArray();
        List<Parameter> parameters = LossCheck.parameters(model.initial(new Random(0)));
        LossCheck.check(
                golden("zero-shot-prototypical"),
                Gradients.of(parameters, graph -> model.loss(graph, classes, queries, labels)));
    }

    @Test
    void isThatOfPyTorchAfterFiveStepsOfAdaptation() {
        List<Parameter> parameters =
                LossCheck.parameters(Layers.two("head", 16, 32, 5).initial(new Random(0)));
        HeadNetwork head =
                HeadNetwork.of(parameters.stream().map(Parameter::values).toList());
        Episode episode = episode(5);
        head.adapt(new Adaptation(5, 0.1), DATA.select(episode.support()), episode.supportLabels(), 5);
        LossCheck.check(golden("maml"), head.gradients(DATA.select(episode.queries()), episode.queryLabels(), 5));
    }
}
