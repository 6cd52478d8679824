package io.github.zsl4j.train.projection;

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
import java.util.List;
import java.util.Random;

/** The network of {@link Dem}. */
record DemModel(Pictures pictures, Layers network) implements SemanticModel {

    static DemModel of(Pictures pictures, Dem options) {
        int a = pictures.examples().semantics().dimension();
        int d = pictures.examples().features().dimension();
        return new DemModel(pictures, new Layers("semantics", List.of(a, options.hidden(), d), options.nonNegative()));
    }

    @Override
    public List<Parameter> initial(Random random) {
        return network.initial(random);
    }

    @Override
    public Variable loss(Graph graph, Batch batch) {
        Variable prototypes = network.apply(graph, pictures.semanticsOf(graph, batch.items()));
        return prototypes
                .minus(pictures.features(graph, batch.items()))
                .squared()
                .mean();
    }

    @Override
    public SemanticAlignment alignment(Trained trained) {
        EmbeddingSpace x = pictures.examples().features().space();
        EmbeddingSpace s = pictures.examples().semantics().space();
        return SemanticAlignment.of(
                new IdentityAlignment(x), network.alignment(trained, s, x), Similarity.NEGATIVE_SQUARED_EUCLIDEAN);
    }
}
