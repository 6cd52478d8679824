package io.github.zsl4j.text;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How vectors of texts are read off an output.
 *
 * @param output its name
 * @param pooling of the vectors of tokens [texts, width, dimension]; empty if the output is [texts, dimension]
 */
record Readout(String output, Optional<Pooling> pooling) {

    /** sentence-transformers' name for a vector that has been through all modules. */
    static final String SENTENCE = "sentence_embedding";

    static Readout pooled(String output) {
        return new Readout(output, Optional.empty());
    }

    /**
     * The vectors [texts, dimension].
     *
     * @throws ModelException if the output has not the shape that belongs to the batch
     */
    float[] read(Tensor tensor, TextBatch batch, int dimension) {
        long[] expected = pooling.isPresent()
                ? new long[] {batch.size(), batch.width(), dimension}
                : new long[] {batch.size(), dimension};
        if (!tensor.isFloat() || !Arrays.equals(tensor.shape(), expected)) {
            throw new ModelException("The network's output '" + output + "' is " + tensor + " where float"
                    + Arrays.toString(expected) + " is expected");
        }
        return pooling.isPresent() ? pool(tensor.floats(), batch, dimension) : tensor.floats();
    }

    private float[] pool(float[] states, TextBatch batch, int dimension) {
        float[] vectors = new float[batch.size() * dimension];
        for (int row = 0; row < batch.size(); row++) {
            int tokens = batch.texts().get(row).length();
            pooling.get().pool(states, batch.start(row) * dimension, tokens, vectors, row * dimension, dimension);
        }
        return vectors;
    }
}
