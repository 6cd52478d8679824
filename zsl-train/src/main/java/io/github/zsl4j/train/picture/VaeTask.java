package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gaussian;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The training of a {@link ConditionalVae}. */
final class VaeTask extends PictureTask {

    private static final int HIDDEN = 128;

    private final ConditionalVae method;
    private final Tower tower;
    private final Layers head;

    VaeTask(ConditionalVae method, PictureExamples examples) {
        super(method, examples, method.noise(), method.width());
        this.method = method;
        this.tower = new Tower("encoder", examples.side(), method.width());
        this.head = Layers.two("posterior", tower.outputs() + Decoder.codeSize(), HIDDEN, 2 * method.noise());
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(decoder().initial(random));
        parameters.addAll(tower.initial(random));
        parameters.addAll(head.initial(random));
        return parameters;
    }

    @Override
    Variable loss(Graph graph, Batch batch) {
        return loss(
                graph,
                pictures(graph, batch.items()),
                conditions(graph, batch.items()),
                noise(graph, batch, method.noise()));
    }

    /** @param noise of which that of the pictures is made [b, noise] */
    Variable loss(Graph graph, Variable pictures, Variable conditions, Variable noise) {
        Variable codes = decoder().code(graph, conditions);
        Variable posterior =
                head.apply(graph, tower.apply(graph::parameter, pictures).beside(codes));
        int k = method.noise();
        Gaussian latent = new Gaussian(posterior.columns(0, k), posterior.columns(k, 2 * k));
        Variable error = decoder()
                .apply(graph, latent.sample(noise), codes)
                .minus(pictures)
                .squared()
                .rowSums()
                .mean();
        graph.part("reconstruction", error);
        Variable divergence = graph.part("divergence", latent.divergence());
        return error.scaled(0.5 / (method.deviation() * method.deviation())).plus(divergence);
    }
}
