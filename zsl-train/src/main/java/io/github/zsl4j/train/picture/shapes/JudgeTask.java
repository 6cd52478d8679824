package io.github.zsl4j.train.picture.shapes;

import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Task;
import io.github.zsl4j.train.picture.SmallPicture;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The training of a {@link ShapeJudge}. */
final class JudgeTask implements Task {

    private final JudgeNetwork network;
    private final List<SmallPicture> drawings;
    private final List<Combination> shown;

    JudgeTask(JudgeNetwork network, List<SmallPicture> drawings, List<Combination> shown) {
        this.network = network;
        this.drawings = drawings;
        this.shown = shown;
    }

    @Override
    public String identity() {
        return "";
    }

    @Override
    public int items() {
        return drawings.size();
    }

    @Override
    public List<Parameter> initial(Random random) {
        return network.initial(random);
    }

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        List<SmallPicture> pictures =
                Arrays.stream(batch.items()).mapToObj(drawings::get).toList();
        List<Combination> right =
                Arrays.stream(batch.items()).mapToObj(shown::get).toList();
        int size = 3 * ShapesWorld.SIDE * ShapesWorld.SIDE;
        return Gradients.of(
                parameters, graph -> network.loss(graph, graph.constant(size, SmallPicture.planes(pictures)), right));
    }
}
