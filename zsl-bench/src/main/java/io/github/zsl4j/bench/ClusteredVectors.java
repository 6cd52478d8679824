package io.github.zsl4j.bench;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.SplittableRandom;

/**
 * Unit vectors around Gaussian centres: u(c + s g), with g Gaussian and s the spread. With centres of the same kind, vectors of
 * one centre have cosines of about 1 / (1 + s²), those of different centres about 0.
 *
 * @param space of the vectors
 * @param centres row-major
 * @param spread of the vectors around their centre, relative to the spread of the centres
 */
record ClusteredVectors(EmbeddingSpace space, float[] centres, double spread) {

    static ClusteredVectors of(int dimension, int count, double spread) {
        float[] centres = new float[Math.multiplyExact(count, dimension)];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (float) random.nextGaussian();
        }
        return new ClusteredVectors(EmbeddingSpace.of("generated", dimension), centres, spread);
    }

    /** The vector of a number, always the same. */
    Embedding vector(long number) {
        SplittableRandom random = new SplittableRandom(number);
        int d = space.dimension();
        int from = random.nextInt(centres.length / d) * d;
        float[] values = new float[d];
        for (int i = 0; i < d; i++) {
            values[i] = (float) (centres[from + i] + spread * random.nextGaussian());
        }
        return Embedding.of(space, values).unit();
    }
}
