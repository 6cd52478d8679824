package io.github.zsl4j.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/**
 * A network that makes a sample of a class's semantics and of noise, as those of adversarial nets and the decoders of
 * conditional variational autoencoders do:
 *
 * <pre>x = G(c(s), z),  z ~ N(0, I)</pre>
 *
 * <p>The i-th sample of every class is made of the same noise, so that classes differ by their semantics alone. Immutable and
 * thread-safe.
 *
 * @param condition c, from the semantics' space; the identity if semantics enter the network as they are
 * @param network G, from the conditions' components followed by those of z, to the features' space
 */
public record NetworkGenerator(Alignment condition, Alignment network) implements FeatureGenerator {

    /** Inputs of the network that are kept at a time: 16 MB of 2,048 components. */
    private static final int BLOCK = 2_048;

    /** @throws IllegalArgumentException if the network's input leaves no component for noise */
    public NetworkGenerator {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(network, "network");
        if (network.source().dimension() <= condition.target().dimension()) {
            throw new IllegalArgumentException("A network of "
                    + network.source().dimension()
                    + " inputs cannot take a condition of " + condition.target().dimension()
                    + " components and noise");
        }
    }

    /** The number of components of z, at least 1. */
    public int noise() {
        return network.source().dimension() - condition.target().dimension();
    }

    @Override
    public EmbeddingSpace semanticSpace() {
        return condition.source();
    }

    @Override
    public EmbeddingSpace featureSpace() {
        return network.target();
    }

    @Override
    public EmbeddingMatrix sample(EmbeddingMatrix classes, int perClass, long seed) {
        Noise.requireSamples(perClass);
        EmbeddingMatrix conditions = condition.apply(classes);
        float[] noise = Noise.normal(perClass, noise(), seed);
        int d = featureSpace().dimension();
        int rows = Math.multiplyExact(classes.rows(), perClass);
        float[] samples = new float[Math.multiplyExact(rows, d)];
        for (int from = 0; from < rows; from += BLOCK) {
            int to = Math.min(from + BLOCK, rows);
            float[] part = network.apply(inputs(conditions, noise, from, to)).toArray();
            System.arraycopy(part, 0, samples, from * d, part.length);
        }
        return EmbeddingMatrix.wrap(featureSpace(), samples);
    }

    @Override
    public NetworkGenerator after(Alignment map) {
        return new NetworkGenerator(AlignmentChain.of(map, condition), network);
    }

    private EmbeddingMatrix inputs(EmbeddingMatrix conditions, float[] noise, int from, int to) {
        int a = conditions.dimension();
        int z = noise();
        int perClass = noise.length / z;
        float[] inputs = new float[Math.multiplyExact(to - from, a + z)];
        for (int row = from; row < to; row++) {
            int at = (row - from) * (a + z);
            conditions.copyRow(row / perClass, inputs, at);
            System.arraycopy(noise, row % perClass * z, inputs, at + a, z);
        }
        return EmbeddingMatrix.wrap(network.source(), inputs);
    }
}
