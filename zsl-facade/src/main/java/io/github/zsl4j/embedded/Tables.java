package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.Arrays;
import java.util.Map;

/**
 * The learned tables of {@code alignment.safetensors}, for k known classes.
 *
 * @param classTexts t: the centred text vectors of the known classes [k, 384], unit rows
 * @param textMean mu: subtracted from text vectors [384]
 * @param directions D: the dual weights from kernel to feature space [k, 1280], row-major
 * @param classPrototypes P: the known classes' own prototypes [k, 1280]
 * @param featureMean fbar: subtracted from image features [1280]
 */
record Tables(
        EmbeddingMatrix classTexts,
        float[] textMean,
        float[] directions,
        EmbeddingMatrix classPrototypes,
        float[] featureMean) {

    static Tables of(Map<String, Tensor> tensors, int classes, EmbeddingSpace text, EmbeddingSpace shared) {
        int d = shared.dimension();
        return new Tables(
                EmbeddingMatrix.wrap(text, take(tensors, "t", classes, text.dimension())),
                take(tensors, "mu", text.dimension()),
                take(tensors, "D", classes, d),
                EmbeddingMatrix.wrap(shared, take(tensors, "P", classes, d)),
                take(tensors, "fbar", d));
    }

    private static float[] take(Map<String, Tensor> tensors, String name, long... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw new ModelException("alignment.safetensors: the tensor '" + name + "' should have the shape "
                    + Arrays.toString(shape) + " but is " + tensor);
        }
        return tensor.floats();
    }
}
