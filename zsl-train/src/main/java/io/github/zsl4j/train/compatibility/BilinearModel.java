package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Pictures;
import io.github.zsl4j.train.gradient.SemanticModel;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * F(x, s) = max_k xᵀ W_k s, with each W_k [d, a]. In the alignment, semantics become prototypes W_k s in the features'
 * space, so that pictures need no map.
 *
 * @param maps the number of W_k, at least 1
 * @param margin by which the own class is to come first, above 0
 */
record BilinearModel(Pictures pictures, int maps, double margin, RankingLoss ranking) implements SemanticModel {

    static void requireMargin(double margin) {
        if (!(margin > 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("The margin is above 0 and finite, not " + margin);
        }
    }

    private static String name(int k) {
        return "weight." + k;
    }

    @Override
    public List<Parameter> initial(Random random) {
        int d = pictures.examples().features().dimension();
        int a = pictures.examples().semantics().dimension();
        return IntStream.range(0, maps)
                .mapToObj(k -> Parameter.uniform(name(k), d, a, 1 / Math.sqrt(d), random))
                .toList();
    }

    @Override
    public Variable loss(Graph graph, Batch batch) {
        Variable own = pictures.isOf(graph, batch.items());
        Variable scores = scores(graph, pictures.features(graph, batch.items()));
        Variable right = scores.scaled(own).rowSums();
        Variable others = own.scaled(-1).plus(1);
        Variable excess = scores.minus(right).plus(margin).relu().scaled(others);
        return ranking.of(graph, excess).mean();
    }

    private Variable scores(Graph graph, Variable features) {
        Variable semantics = pictures.semantics(graph).transposed();
        Variable scores = features.times(graph.parameter(name(0))).times(semantics);
        for (int k = 1; k < maps; k++) {
            scores = scores.larger(features.times(graph.parameter(name(k))).times(semantics));
        }
        return scores;
    }

    @Override
    public SemanticAlignment alignment(Trained trained) {
        EmbeddingSpace x = pictures.examples().features().space();
        EmbeddingSpace s = pictures.examples().semantics().space();
        List<Alignment> semantics = IntStream.range(0, maps)
                .<Alignment>mapToObj(
                        k -> LinearAlignment.of(s, x, trained.parameter(name(k)).transposed()))
                .toList();
        return new SemanticAlignment(new IdentityAlignment(x), semantics, Similarity.DOT);
    }
}
