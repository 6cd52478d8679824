package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.Random;

/** Random vectors, and an index of them. */
final class Collection {

    static final EmbeddingSpace SPACE = EmbeddingSpace.of("s", 6);

    private Collection() {}

    static EmbeddingMatrix vectors(Random random, int count) {
        float[] values = new float[count * SPACE.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingMatrix.wrap(SPACE, values);
    }

    static Embedding vector(Random random) {
        return vectors(random, 1).row(0);
    }

    static ExactIndex<Integer> index(Similarity similarity, EmbeddingMatrix vectors) {
        ExactIndex<Integer> index = ExactIndex.of(vectors.space(), similarity);
        for (int i = 0; i < vectors.rows(); i++) {
            index.put(Item.of(i, vectors.row(i)));
        }
        index.commit();
        return index;
    }
}
