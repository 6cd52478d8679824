package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The training of a {@link PrototypicalNetwork}. */
final class PrototypicalTask extends EpisodeTask {

    private final Layers network;
    private final double identity;

    PrototypicalTask(PrototypicalNetwork method, LabelledFeatures data) {
        super(method, data);
        int d = data.features().dimension();
        network = method.hidden() == 0
                ? Layers.one("features", d, method.dimension())
                : Layers.two("features", d, method.hidden(), method.dimension());
        identity = method.identity();
        if (identity > 0 && d != method.dimension()) {
            throw new IllegalArgumentException(
                    "A map that begins as the identity has as many dimensions as the features, " + d + ", not "
                            + method.dimension());
        }
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = network.initial(random);
        if (identity > 0) {
            Parameter weights = parameters.get(0);
            parameters.forEach(p -> Arrays.fill(p.values(), 0));
            for (int j = 0; j < weights.rows(); j++) {
                weights.values()[j * weights.columns() + j] = (float) identity;
            }
        }
        return parameters;
    }

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        List<Episode> episodes = Arrays.stream(batch.items())
                .mapToObj(i -> sample(batch.random()))
                .toList();
        return gradients(parameters, episodes);
    }

    /** The mean over episodes. */
    Gradients gradients(List<Parameter> parameters, List<Episode> episodes) {
        return Gradients.of(parameters, graph -> {
            Variable sum = loss(graph, episodes.get(0));
            for (Episode episode : episodes.subList(1, episodes.size())) {
                sum = sum.plus(loss(graph, episode));
            }
            return sum.scaled(1.0 / episodes.size());
        });
    }

    private Variable loss(Graph graph, Episode episode) {
        Variable support = map(graph, episode.support());
        Variable prototypes = EpisodeLoss.means(graph, episode.supportLabels()).times(support);
        return EpisodeLoss.of(graph, map(graph, episode.queries()), prototypes, episode.queryLabels());
    }

    private Variable map(Graph graph, int[] rows) {
        return network.apply(graph, graph.constant(data().features().dimension(), data().select(rows)));
    }

    Alignment alignment(Trained trained) {
        return network.alignment(trained, data().features().space());
    }

    @Override
    FewShotLearner learner(List<Parameter> parameters) {
        return PrototypicalNetwork.learner(alignment(new Trained(parameters)));
    }
}
