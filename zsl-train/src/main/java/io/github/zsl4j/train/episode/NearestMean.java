package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import java.util.Objects;

/**
 * A class is the mean of its pictures, and a picture is of the class whose mean is nearest. With features as they are this is
 * the baseline of few-shot learning; with those of a {@link PrototypicalNetwork} it is that method.
 *
 * @param features what is done to features first; an {@link io.github.zsl4j.align.IdentityAlignment} for nothing
 * @param similarity between pictures and means
 */
public record NearestMean(Alignment features, Similarity similarity) implements FewShotLearner {

    public NearestMean {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(similarity, "similarity");
    }

    @Override
    public FewShotClassifier adapt(EmbeddingMatrix support, int[] labels) {
        int[] counts = SupportChecks.counts(support, labels);
        Similarity.Comparison comparison = similarity.to(means(features.apply(support), labels, counts));
        return pictures -> comparison.of(features.apply(pictures));
    }

    private static EmbeddingMatrix means(EmbeddingMatrix vectors, int[] labels, int[] counts) {
        int d = vectors.dimension();
        double[] sums = new double[counts.length * d];
        float[] row = new float[d];
        for (int i = 0; i < labels.length; i++) {
            vectors.copyRow(i, row, 0);
            for (int j = 0; j < d; j++) {
                sums[labels[i] * d + j] += row[j];
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i / d]);
        }
        return EmbeddingMatrix.wrap(vectors.space(), means);
    }
}
