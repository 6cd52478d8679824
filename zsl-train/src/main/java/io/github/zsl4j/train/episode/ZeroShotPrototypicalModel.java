package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Pictures;
import io.github.zsl4j.train.gradient.Seeds;
import io.github.zsl4j.train.gradient.SemanticModel;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The maps of a {@link ZeroShotPrototypicalNetwork}.
 *
 * @param rows the pictures of each class
 */
record ZeroShotPrototypicalModel(Pictures pictures, Layers features, Layers semantics, EpisodeShape shape, int[][] rows)
        implements SemanticModel {

    static ZeroShotPrototypicalModel of(Pictures pictures, ZeroShotPrototypicalNetwork method) {
        int d = pictures.examples().features().dimension();
        int a = pictures.examples().semantics().dimension();
        int[] labels = pictures.examples().labels();
        int[][] rows = IntStream.range(0, pictures.examples().classes())
                .mapToObj(c -> IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == c)
                        .toArray())
                .toArray(int[][]::new);
        return new ZeroShotPrototypicalModel(
                pictures,
                Layers.one("features", d, method.dimension()),
                Layers.one("semantics", a, method.dimension()),
                method.shape(),
                rows);
    }

    @Override
    public int items(int count) {
        return Math.max(1, count / Math.multiplyExact(shape.ways(), shape.queries()));
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(features.initial(random));
        parameters.addAll(semantics.initial(random));
        return parameters;
    }

    @Override
    public Variable loss(Graph graph, Batch batch) {
        Variable sum = episode(graph, batch.random());
        for (int i = 1; i < batch.items().length; i++) {
            sum = sum.plus(episode(graph, batch.random()));
        }
        return sum.scaled(1.0 / batch.items().length);
    }

    private Variable episode(Graph graph, Random random) {
        int ways = Math.min(shape.ways(), rows.length);
        int[] classes = Arrays.copyOf(Seeds.shuffled(rows.length, random), ways);
        List<Integer> queries = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int way = 0; way < ways; way++) {
            int[] of = rows[classes[way]];
            int[] order = Seeds.shuffled(of.length, random);
            for (int i = 0; i < Math.min(shape.queries(), of.length); i++) {
                queries.add(of[order[i]]);
                labels.add(way);
            }
        }
        return loss(graph, classes, array(queries), array(labels));
    }

    private static int[] array(List<Integer> values) {
        return values.stream().mapToInt(i -> i).toArray();
    }

    /** The loss of one episode. */
    Variable loss(Graph graph, int[] classes, int[] queries, int[] labels) {
        Variable u = features.apply(graph, pictures.features(graph, queries));
        Variable v = semantics.apply(graph, pictures.semantics(graph, classes)).unitRows();
        return EpisodeLoss.of(graph, u, v, labels);
    }

    @Override
    public SemanticAlignment alignment(Trained trained) {
        Alignment f = features.alignment(trained, pictures.examples().features().space());
        Alignment g =
                semantics.alignment(trained, pictures.examples().semantics().space());
        Alignment unit = FunctionAlignment.of(g.target(), f.target(), RowFunction.UNIT);
        return SemanticAlignment.of(f, AlignmentChain.of(g, unit), Similarity.NEGATIVE_SQUARED_EUCLIDEAN);
    }
}
