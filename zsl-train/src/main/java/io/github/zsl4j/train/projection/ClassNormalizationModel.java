package io.github.zsl4j.train.projection;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
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
 * The network of {@link ClassNormalization}.
 *
 * @param first has max(0, …) at its end
 */
record ClassNormalizationModel(Pictures pictures, Layers first, Layers second, Layers third, ClassNormalization options)
        implements SemanticModel {

    static ClassNormalizationModel of(Pictures pictures, ClassNormalization options) {
        int a = pictures.examples().semantics().dimension();
        int d = pictures.examples().features().dimension();
        int h = options.hidden();
        return new ClassNormalizationModel(
                pictures,
                new Layers("first", List.of(a, h), true),
                Layers.one("second", h, h),
                new Layers("third", List.of(h, d), options.nonNegative()),
                options);
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(first.initial(random));
        parameters.addAll(second.initial(random));
        List<Parameter> last = third.initial(random);
        Parameter weight = last.get(0);
        double bound = Math.sqrt(3.0 / weight.rows() / weight.columns());
        parameters.add(Parameter.uniform(weight.name(), weight.rows(), weight.columns(), bound, random));
        parameters.add(last.get(1));
        return parameters;
    }

    @Override
    public Variable loss(Graph graph, Batch batch) {
        Variable x = pictures.features(graph, batch.items()).unitRows();
        Variable v = prototypes(graph).unitRows();
        Variable logits = x.times(v.transposed()).scaled(options.scale() * options.scale());
        return logits.logSoftmax()
                .scaled(pictures.isOf(graph, batch.items()))
                .rowSums()
                .mean()
                .scaled(-1);
    }

    private Variable prototypes(Graph graph) {
        Variable s = pictures.semantics(graph);
        Variable h = first.apply(graph, s.unitRows().scaled(Math.sqrt(s.columns())));
        h = standardised(second.apply(graph, h)).relu();
        return third.apply(graph, standardised(h));
    }

    private static Variable standardised(Variable h) {
        Variable centred = h.minus(h.meanRow());
        return centred.dividedBy(
                centred.squared().meanRow().plus(Standardisation.EPSILON).root());
    }

    @Override
    public SemanticAlignment alignment(Trained trained) {
        EmbeddingSpace x = pictures.examples().features().space();
        EmbeddingMatrix seen = pictures.examples().semantics();
        Chain chain = new Chain(seen);
        chain.add(FunctionAlignment.of(seen.space(), RowFunction.UNIT));
        chain.add(Standardisation.scale(chain.space(), Math.sqrt(seen.dimension())));
        chain.add(first.alignment(trained, chain.space()));
        chain.add(second.alignment(trained, chain.space()));
        chain.add(Standardisation.of(chain.vectors()));
        chain.add(FunctionAlignment.of(chain.space(), RowFunction.RELU));
        chain.add(Standardisation.of(chain.vectors()));
        chain.add(third.alignment(trained, chain.space(), x));
        return SemanticAlignment.of(new IdentityAlignment(x), chain.alignment(), Similarity.COSINE);
    }

    /** Maps one after another, and what becomes of the seen classes on the way. */
    private static final class Chain {

        private final List<Alignment> parts = new ArrayList<>();
        private EmbeddingMatrix vectors;

        Chain(EmbeddingMatrix vectors) {
            this.vectors = vectors;
        }

        void add(Alignment part) {
            if (part instanceof AlignmentChain chain) {
                parts.addAll(chain.parts());
            } else {
                parts.add(part);
            }
            vectors = part.apply(vectors);
        }

        EmbeddingSpace space() {
            return vectors.space();
        }

        EmbeddingMatrix vectors() {
            return vectors;
        }

        Alignment alignment() {
            return new AlignmentChain(parts);
        }
    }
}
