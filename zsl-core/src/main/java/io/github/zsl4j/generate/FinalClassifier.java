package io.github.zsl4j.generate;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.regression.SoftmaxRegression;
import java.util.Objects;

/**
 * What is trained with generated features, to choose among all classes.
 *
 * @param kind of the classifier
 * @param samples that are generated of each unseen class, at least 1 (usual range 20 to 500)
 * @param penalty of the regression, or shrinkage of the discriminant; above 0
 * @param seed of the samples
 */
public record FinalClassifier(Kind kind, int samples, double penalty, long seed) {

    /** Enough for classes to be told apart; more takes several times as long. */
    private static final double TOLERANCE = 1e-3;

    /** Classifiers that are linear in the features. */
    public enum Kind {
        /** {@link SoftmaxRegression}, the literature's final classifier. */
        SOFTMAX {
            @Override
            LinearAlignment fit(EmbeddingMatrix examples, int[] labels, int classes, double penalty) {
                return new SoftmaxRegression(penalty, TOLERANCE).fit(examples, labels, classes);
            }
        },
        /**
         * Linear discriminants of one length: the cosine between a class's mean and a picture in the metric of the covariance
         * within classes, all but for the picture's own length. It does not matter to it that generated features spread less
         * than real ones, nor how many there are of a class.
         *
         * <pre>w_c = A⁻¹ (m_c - m) / sqrt((m_c - m)ᵀ A⁻¹ (m_c - m)),  A = S + penalty tr(S)/d I</pre>
         *
         * <p>with class means m_c, their mean m and the covariance S of all examples around their classes' means.
         */
        DISCRIMINANT {
            @Override
            LinearAlignment fit(EmbeddingMatrix examples, int[] labels, int classes, double penalty) {
                return Discriminant.fit(examples, labels, classes, penalty);
            }
        };

        abstract LinearAlignment fit(EmbeddingMatrix examples, int[] labels, int classes, double penalty);
    }

    /** @throws IllegalArgumentException if {@code samples} or {@code penalty} is out of its range */
    public FinalClassifier {
        Objects.requireNonNull(kind, "kind");
        Noise.requireSamples(samples);
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("The penalty is above 0 and finite, not " + penalty);
        }
    }

    /** @return the map from examples to the classes' scores [n, classes] */
    LinearAlignment fit(EmbeddingMatrix examples, int[] labels, int classes) {
        return kind.fit(examples, labels, classes, penalty);
    }
}
