package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.regression.LogisticRegression;
import java.util.OptionalDouble;

/**
 * Direct attribute prediction: one probabilistic classifier for each binary attribute, and Bayes' rule for the class,
 *
 * <pre>p(z|x) ∝ Π_m p(a_m = a_m^z | x) / p(a_m = a_m^z)</pre>
 *
 * with the attributes a^z in {0, 1} of class z, equally probable classes, and for p(a_m) the part of the seen classes that
 * have the attribute. The classifiers are logistic regressions (the paper has support vector machines with Platt's
 * probabilities). The score is the log of this up to a constant of the picture: a^z · (l(x) - l₀) with the log odds l(x)
 * of the attributes and l₀ of their priors. Attributes that all seen classes share are left out.
 *
 * <p><b>References:</b> Lampert, Nickisch and Harmeling, "Learning to detect unseen object classes by between-class attribute
 * transfer", CVPR 2009, equation 2; and "Attribute-Based Classification for Zero-Shot Visual Object Categorization", TPAMI
 * 2014.
 *
 * @param penalty of the regressions, above 0, see {@link LogisticRegression}
 * @param tolerance of the regression, in (0, 1)
 * @param threshold a class has the attributes whose value is above it; if empty, above the attribute's mean over the seen
 *     classes
 */
public record Dap(double penalty, double tolerance, OptionalDouble threshold) implements AlignmentTrainer {

    /** @throws IllegalArgumentException if the penalty is not above 0, or an option is not finite */
    public Dap {
        Options.requireAboveZero("penalty", penalty);
        Options.requireFinite("threshold", threshold);
        Options.requireTolerance(tolerance);
    }

    /** With an exact regression. */
    public Dap(double penalty, OptionalDouble threshold) {
        this(penalty, Options.EXACT, threshold);
    }

    /** With the mean of each attribute as its threshold. */
    public Dap(double penalty) {
        this(penalty, OptionalDouble.empty());
    }

    /** @throws IllegalArgumentException if no attribute tells seen classes apart */
    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        BinaryAttributes attributes = new BinaryAttributes(examples, threshold);
        LinearAlignment odds = new LogisticRegression(penalty, tolerance)
                .fit(examples.features(), examples.labels(), attributes.tellingTruth());
        LinearAlignment features = lessPriors(odds, attributes);
        return SemanticAlignment.of(features, attributes.map(features.target()), Similarity.DOT);
    }

    /** The log odds of all attributes less those of their priors; 0 for attributes that were left out. */
    private static LinearAlignment lessPriors(LinearAlignment odds, BinaryAttributes attributes) {
        int d = odds.source().dimension();
        int a = attributes.count();
        int[] telling = attributes.telling();
        float[] weights = new float[Math.multiplyExact(d, a)];
        float[] bias = new float[a];
        float[] w = odds.weights();
        for (int k = 0; k < telling.length; k++) {
            double prior = attributes.prior(telling[k]);
            bias[telling[k]] = (float) (odds.bias()[k] - Math.log(prior / (1 - prior)));
            for (int x = 0; x < d; x++) {
                weights[x * a + telling[k]] = w[x * telling.length + k];
            }
        }
        EmbeddingSpace target =
                EmbeddingSpace.ofParameters("attributes of " + odds.source().name(), a, weights, bias, odds.centre());
        return LinearAlignment.of(odds.source(), target, weights)
                .withCentre(odds.centre())
                .withBias(bias);
    }
}
