package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.regression.SoftmaxRegression;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Indirect attribute prediction: attributes by way of the seen classes y_k, then classes as {@link Dap} has them,
 *
 * <pre>p(a_m = 1|x) = Σ_k a_m^{y_k} p(y_k|x),   p(z|x) ∝ Π_m p(a_m = a_m^z | x) / p(a_m = a_m^z)</pre>
 *
 * with p(y_k|x) from a softmax regression (the paper has a multi-class support vector machine) and attributes in {0, 1}. The
 * score is the log of p(z|x) up to a constant of the picture. Probabilities below 1e-30 count as 1e-30; attributes that
 * all seen classes share are left out.
 *
 * <p><b>References:</b> Lampert, Nickisch and Harmeling, "Learning to detect unseen object classes by between-class attribute
 * transfer", CVPR 2009; and "Attribute-Based Classification for Zero-Shot Visual Object Categorization", TPAMI 2014.
 *
 * @param penalty of the regression, above 0, see {@link SoftmaxRegression}
 * @param tolerance of the regression, in (0, 1)
 * @param threshold a class has the attributes whose value is above it; if empty, above the attribute's mean over the seen
 *     classes
 */
public record Iap(double penalty, double tolerance, OptionalDouble threshold) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if the penalty is not above 0, or an option is not finite */
    public Iap {
        Options.requireAboveZero("penalty", penalty);
        Options.requireFinite("threshold", threshold);
        Options.requireTolerance(tolerance);
    }

    /** With an exact regression. */
    public Iap(double penalty, OptionalDouble threshold) {
        this(penalty, Options.EXACT, threshold);
    }

    /** With the mean of each attribute as its threshold. */
    public Iap(double penalty) {
        this(penalty, OptionalDouble.empty());
    }

    /** @throws IllegalArgumentException if no attribute tells seen classes apart */
    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        BinaryAttributes attributes = new BinaryAttributes(examples, threshold);
        LinearAlignment logits = new SoftmaxRegression(penalty, tolerance)
                .fit(examples.features(), examples.labels(), examples.classes());
        FunctionAlignment posteriors = FunctionAlignment.of(logits.target(), RowFunction.SOFTMAX);
        LinearAlignment both = bothAnswers(posteriors.target(), examples.classes(), attributes);
        FunctionAlignment logs = FunctionAlignment.of(both.target(), RowFunction.LOG);
        ScalingAlignment features = lessPriors(logs.target(), attributes);
        return SemanticAlignment.of(
                AlignmentChain.of(logits, posteriors, both, logs, features),
                classes(attributes, features.target()),
                Similarity.DOT);
    }

    /** From posteriors of classes to p(a_m = 1|x), then p(a_m = 0|x), so that neither loses digits near 0. */
    private static LinearAlignment bothAnswers(EmbeddingSpace posteriors, int classes, BinaryAttributes attributes) {
        int a = attributes.count();
        float[] answers = new float[Math.multiplyExact(classes, 2 * a)];
        for (int c = 0; c < classes; c++) {
            for (int m : attributes.telling()) {
                answers[c * 2 * a + (attributes.has(c, m) ? m : a + m)] = 1;
            }
        }
        EmbeddingSpace target = new EmbeddingSpace("attributes of " + posteriors.name(), 2 * a, posteriors.identity());
        return LinearAlignment.of(posteriors, target, answers);
    }

    private static ScalingAlignment lessPriors(EmbeddingSpace logs, BinaryAttributes attributes) {
        int a = attributes.count();
        float[] centre = new float[2 * a];
        float[] factors = new float[2 * a];
        for (int m : attributes.telling()) {
            centre[m] = (float) Math.log(attributes.prior(m));
            centre[a + m] = (float) Math.log(1 - attributes.prior(m));
            factors[m] = 1;
            factors[a + m] = 1;
        }
        EmbeddingSpace target = new EmbeddingSpace(
                "ratios of " + logs.name(), 2 * a, logs.identity() + " less " + Arrays.hashCode(centre));
        return ScalingAlignment.of(logs, target, centre, factors);
    }

    /** From semantics to (a, 1 - a). */
    private static Alignment classes(BinaryAttributes attributes, EmbeddingSpace target) {
        int a = attributes.count();
        EmbeddingSpace binary = EmbeddingSpace.of("binary attributes", a);
        float[] weights = new float[2 * a * a];
        float[] bias = new float[2 * a];
        for (int m = 0; m < a; m++) {
            weights[m * 2 * a + m] = 1;
            weights[m * 2 * a + a + m] = -1;
            bias[a + m] = 1;
        }
        return AlignmentChain.of(
                attributes.map(binary),
                LinearAlignment.of(binary, target, weights).withBias(bias));
    }
}
