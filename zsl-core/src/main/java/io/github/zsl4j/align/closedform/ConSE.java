package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.regression.SoftmaxRegression;

/**
 * Convex combination of semantic embeddings: a picture is placed among the semantics of the seen classes by how probable each
 * of them is,
 *
 * <pre>f(x) = (1/Z) Σ_t p(y_t|x) s(y_t),  Z = Σ_t p(y_t|x),  over the T most probable seen classes y_t</pre>
 *
 * with p from a softmax regression, and compared with the semantics of any class by cosine. Cost of the regression.
 *
 * <p><b>References:</b> Norouzi et al., "Zero-Shot Learning by Convex Combination of Semantic Embeddings", ICLR 2014.
 *
 * @param penalty of the regression, above 0, see {@link SoftmaxRegression}
 * @param tolerance of the regression, in (0, 1)
 * @param top T, at least 1 (the paper has 1, 10 and all); all seen classes if there are fewer
 */
public record ConSE(double penalty, double tolerance, int top) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if an option is out of its range */
    public ConSE {
        Options.requireAboveZero("penalty", penalty);
        Options.requireAtLeastOne("top", top);
        Options.requireTolerance(tolerance);
    }

    /** With an exact regression. */
    public ConSE(double penalty, int top) {
        this(penalty, Options.EXACT, top);
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        LinearAlignment logits = new SoftmaxRegression(penalty, tolerance)
                .fit(examples.features(), examples.labels(), examples.classes());
        FunctionAlignment posteriors = FunctionAlignment.of(logits.target(), RowFunction.SOFTMAX);
        TopAlignment most = TopAlignment.of(posteriors.target(), top);
        EmbeddingSpace semantics = examples.semantics().space();
        float[] seen = examples.semantics().toArray();
        EmbeddingSpace target = EmbeddingSpace.ofParameters(
                "ConSE to " + semantics.name(), semantics.dimension(), seen, logits.weights(), logits.bias());
        LinearAlignment combination = LinearAlignment.of(most.target(), target, seen);
        return Maps.toSemantics(AlignmentChain.of(logits, posteriors, most, combination), semantics, Similarity.COSINE);
    }
}
