package io.github.zsl4j.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * Samples a normal distribution whose components are independent, as the encoder of a variational autoencoder gives it:
 *
 * <pre>x = m(s) + exp(v(s) / 2) * e,  e ~ N(0, I)</pre>
 *
 * <p>The i-th sample of every class is made of the same e, so that classes differ by their semantics alone. Immutable and
 * thread-safe.
 *
 * @param mean m
 * @param logVariance v, the natural logarithm of the variance of each component; its results have a space of their own
 */
public record GaussianGenerator(Alignment mean, Alignment logVariance) implements FeatureGenerator {

    /** @throws IllegalArgumentException if the maps are not of one space, or their results differ in dimension */
    public GaussianGenerator {
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(logVariance, "logVariance");
        mean.source().requireSame(logVariance.source());
        if (mean.target().dimension() != logVariance.target().dimension()) {
            throw new IllegalArgumentException("A mean of " + mean.target().dimension()
                    + " components has no variances of " + logVariance.target().dimension());
        }
    }

    @Override
    public EmbeddingSpace semanticSpace() {
        return mean.source();
    }

    @Override
    public EmbeddingSpace featureSpace() {
        return mean.target();
    }

    @Override
    public EmbeddingMatrix sample(EmbeddingMatrix classes, int perClass, long seed) {
        Noise.requireSamples(perClass);
        float[] means = mean.apply(classes).toArray();
        float[] variances = logVariance.apply(classes).toArray();
        int d = featureSpace().dimension();
        float[] noise = Noise.normal(perClass, d, seed);
        float[] samples = new float[Math.multiplyExact(means.length, perClass)];
        for (int i = 0; i < samples.length; i++) {
            int at = i / noise.length * d + i % d;
            samples[i] = (float) (means[at] + Math.exp(variances[at] / 2.0) * noise[i % noise.length]);
        }
        return EmbeddingMatrix.wrap(featureSpace(), samples);
    }

    @Override
    public GaussianGenerator after(Alignment map) {
        return new GaussianGenerator(AlignmentChain.of(map, mean), AlignmentChain.of(map, logVariance));
    }
}
