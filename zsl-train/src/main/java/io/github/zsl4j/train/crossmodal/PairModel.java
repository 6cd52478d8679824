package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Pictures;
import io.github.zsl4j.train.gradient.SemanticModel;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Heads that are learned from pairs of a picture and a text.
 *
 * @param pairs tells which pictures and texts belong together
 */
record PairModel(Pictures pictures, HeadNetwork features, HeadNetwork semantics, PairLoss loss, Pairs pairs)
        implements SemanticModel {

    static PairModel of(Pictures pictures, Heads heads, PairLoss loss) {
        int d = pictures.examples().features().dimension();
        int a = pictures.examples().semantics().dimension();
        int e = heads.dimension() == 0 ? d : heads.dimension();
        return new PairModel(
                pictures,
                HeadNetwork.of("features", heads.pictures(), d, e),
                HeadNetwork.of("semantics", heads.texts(), a, e),
                loss,
                Pairs.of(pictures.examples()));
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(features.initial(random));
        parameters.addAll(semantics.initial(random));
        parameters.addAll(loss.initial());
        return parameters;
    }

    @Override
    public Variable loss(Graph graph, Batch batch) {
        Variable u = features.apply(graph, pictures.features(graph, batch.items()));
        Variable v = semantics.apply(graph, pictures.semanticsOf(graph, batch.items()));
        return loss.of(graph, u, v, pairs.same(graph, batch.items()));
    }

    @Override
    public SemanticAlignment alignment(Trained trained) {
        Alignment f = features.alignment(trained, pictures.examples().features().space());
        Alignment g =
                semantics.alignment(trained, pictures.examples().semantics().space());
        Alignment bridge = new IdentityAlignment(g.target(), f.target());
        return SemanticAlignment.of(f, AlignmentChain.of(g, bridge), loss.similarity());
    }
}
