package io.github.zsl4j.text;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.Map;

/** A network with what is needed to run it: from the tokens of texts to their vectors. Thread-safe. */
final class TextTower implements AutoCloseable {

    private final Network network;
    private final TextInputs inputs;
    private final Readout readout;
    private final Head head;
    private final int pooledDimension;

    private TextTower(Network network, TextInputs inputs, Readout readout, Head head, int pooledDimension) {
        this.network = network;
        this.inputs = inputs;
        this.readout = readout;
        this.head = head;
        this.pooledDimension = pooledDimension;
    }

    /**
     * Runs the network once to see what it gives. The network stays the caller's if that fails.
     *
     * @param sample any text
     * @throws ModelException if the network and the recipe do not fit each other
     */
    static TextTower probe(Network network, TextInputs inputs, TextRecipe recipe, TokenisedText sample) {
        TextBatch batch = TextBatch.of(sample, recipe.padding());
        Map<String, Tensor> outputs = network.run(inputs.tensors(batch));
        Readout readout = recipe.output().choose(outputs);
        long[] shape = outputs.get(readout.output()).shape();
        int dimension = Math.toIntExact(shape[shape.length - 1]);
        Head head = readout.output().equals(Readout.SENTENCE) ? recipe.head().withoutLayers() : recipe.head();
        head.dimension(dimension);
        readout.read(outputs.get(readout.output()), batch, dimension);
        return new TextTower(network, inputs, readout, head, dimension);
    }

    /** The number of components of the vectors. */
    int dimension() {
        return head.dimension(pooledDimension);
    }

    /** Writes the batch's vectors to their rows of {@code target}; batches run at once write to different ones. */
    void encode(TextBatch batch, float[] target) {
        Tensor output = network.run(inputs.tensors(batch), readout.output());
        float[] pooled = readout.read(output, batch, pooledDimension);
        for (int row = 0; row < batch.size(); row++) {
            float[] vector = new float[pooledDimension];
            System.arraycopy(pooled, row * pooledDimension, vector, 0, pooledDimension);
            float[] result = head.apply(vector);
            requireFinite(result);
            System.arraycopy(result, 0, target, batch.indices().get(row) * result.length, result.length);
        }
    }

    private void requireFinite(float[] vector) {
        for (float v : vector) {
            if (!Float.isFinite(v)) {
                throw new ModelException("The network's output '" + readout.output()
                        + "' is not finite; 16-bit variants of some models overflow, so try one in full precision");
            }
        }
    }

    /** What is left to do for all vectors. */
    EmbeddingMatrix finish(EmbeddingMatrix vectors) {
        return head.unitLength() ? vectors.unit() : vectors;
    }

    @Override
    public void close() {
        network.close();
    }
}
