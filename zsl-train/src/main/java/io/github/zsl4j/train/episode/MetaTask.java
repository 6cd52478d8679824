package io.github.zsl4j.train.episode;

import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Learns where to begin learning. */
abstract class MetaTask extends EpisodeTask {

    private final EpisodeMethod method;
    private final Adaptation adaptation;
    private final Layers network;

    MetaTask(EpisodeMethod method, Adaptation adaptation, int hidden, LabelledFeatures data) {
        super(method, data);
        this.method = method;
        this.adaptation = adaptation;
        int d = data.features().dimension();
        this.network = hidden == 0
                ? Layers.one("head", d, method.shape().ways())
                : Layers.two("head", d, hidden, method.shape().ways());
    }

    static void requireHidden(int hidden) {
        if (hidden < 0) {
            throw new IllegalArgumentException(
                    "The dimension between two layers is at least 1, or 0 for one layer, not " + hidden);
        }
    }

    /** What one episode says of where to begin: a loss and a direction. */
    abstract Gradients episode(HeadNetwork head, Episode episode);

    final void adapt(HeadNetwork head, int[] rows, int[] labels) {
        head.adapt(adaptation, data().select(rows), labels, method.shape().ways());
    }

    /** At the queries of an episode. */
    final Gradients atQueries(HeadNetwork head, Episode episode) {
        return head.gradients(
                data().select(episode.queries()),
                episode.queryLabels(),
                method.shape().ways());
    }

    @Override
    public List<Parameter> initial(Random random) {
        return network.initial(random);
    }

    /** The mean over the batch's episodes. */
    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        List<float[]> begin = parameters.stream().map(Parameter::values).toList();
        List<float[]> sums = new ArrayList<>();
        begin.forEach(values -> sums.add(new float[values.length]));
        int episodes = batch.items().length;
        double loss = 0;
        for (int e = 0; e < episodes; e++) {
            Gradients part = episode(HeadNetwork.of(begin), sample(batch.random()));
            loss += part.loss() / episodes;
            add(part.values(), sums, episodes);
        }
        return new Gradients(loss, sums);
    }

    private static void add(List<float[]> values, List<float[]> sums, int episodes) {
        for (int p = 0; p < sums.size(); p++) {
            for (int i = 0; i < sums.get(p).length; i++) {
                sums.get(p)[i] += values.get(p)[i] / episodes;
            }
        }
    }

    @Override
    MetaLearner learner(List<Parameter> parameters) {
        return new MetaLearner(
                network.alignment(new Trained(parameters), data().features().space()), adaptation);
    }
}
