package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Layers;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Pictures;
import io.github.zsl4j.train.gradient.SemanticModel;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Networks that carry features, and semantics unless they are where features go, to where the two are compared.
 *
 * @param semantics the network of semantics, null if they stay as they are
 */
record ProjectionModel(Pictures pictures, Layers features, Layers semantics, ProjectionLoss loss)
        implements SemanticModel {

    /** @param hidden the dimension between two layers, 0 for one layer */
    static ProjectionModel of(Pictures pictures, int hidden, ProjectionLoss loss, Destination destination) {
        int d = pictures.examples().features().dimension();
        int a = pictures.examples().semantics().dimension();
        int e = destination.isSemantics() ? a : destination.dimension();
        Layers semantics = destination.isSemantics() ? null : layers("semantics", a, hidden, e);
        return new ProjectionModel(pictures, layers("features", d, hidden, e), semantics, loss);
    }

    private static Layers layers(String name, int input, int hidden, int output) {
        return hidden == 0 ? Layers.one(name, input, output) : Layers.two(name, input, hidden, output);
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(features.initial(random));
        if (semantics != null) {
            parameters.addAll(semantics.initial(random));
        }
        return parameters;
    }

    @Override
    public Variable loss(Graph graph, Batch batch) {
        Variable u = features.apply(graph, pictures.features(graph, batch.items()));
        if (semantics == null) {
            return loss.matching(u, pictures.semanticsOf(graph, batch.items()));
        }
        Variable v = semantics.apply(graph, pictures.semantics(graph));
        return loss.pairs(u.unitRows().times(v.unitRows().transposed()), pictures.isOf(graph, batch.items()));
    }

    @Override
    public SemanticAlignment alignment(Trained trained) {
        EmbeddingSpace x = pictures.examples().features().space();
        EmbeddingSpace s = pictures.examples().semantics().space();
        if (semantics == null) {
            return SemanticAlignment.of(features.alignment(trained, x, s), new IdentityAlignment(s), loss.similarity());
        }
        Alignment f = features.alignment(trained, x);
        Alignment g = semantics.alignment(trained, s);
        Alignment bridge = new IdentityAlignment(g.target(), f.target());
        return SemanticAlignment.of(f, AlignmentChain.of(g, bridge), Similarity.COSINE);
    }
}
