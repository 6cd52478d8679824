package io.github.zsl4j.nd4j;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.prototype.Prototypes;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Embeddings and prototypes to and from ND4J's arrays. Values are copied both ways: neither side sees what the other
 * writes later. Needs ND4J's native code on the class path ({@code nd4j-native} with a classifier, or
 * {@code nd4j-native-platform}). Thread-safe.
 */
public final class Nd4jEmbeddings {

    private Nd4jEmbeddings() {}

    /**
     * @param embeddings [n, d]
     * @return floats [n, d], row-major, in no workspace; the caller closes it
     */
    @SuppressWarnings("try") // the scope is there to be left
    public static INDArray toArray(EmbeddingMatrix embeddings) {
        long[] shape = {embeddings.rows(), embeddings.dimension()};
        try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return embeddings.rows() == 0
                    ? Nd4j.create(DataType.FLOAT, shape)
                    : Nd4j.create(embeddings.toArray(), shape, 'c');
        }
    }

    /**
     * One row per class, in the order of {@link Prototypes#labels()}. Weights are not kept, as those of single vectors
     * count for nothing.
     *
     * @param prototypes one vector per class
     * @return floats [c, d], row-major, in no workspace; the caller closes it
     * @throws IllegalArgumentException if a class has several vectors; {@link Prototypes#vectors()} are all of them
     */
    public static INDArray toArray(Prototypes prototypes) {
        int[] rows = new int[prototypes.labels().size()];
        for (int i = 0; i < rows.length; i++) {
            List<Prototypes.Component> components = prototypes.components(i);
            if (components.size() > 1) {
                throw new IllegalArgumentException(
                        "The class '" + prototypes.labels().get(i) + "' has " + components.size()
                                + " prototypes and cannot be one row; convert prototypes.vectors()");
            }
            rows[i] = components.get(0).row();
        }
        return toArray(prototypes.vectors().select(rows));
    }

    /**
     * @param space what the vectors belong to
     * @param array [n, d] of any floating-point type, order and strides; doubles are rounded to floats; it stays the
     *     caller's
     * @throws IllegalArgumentException if the array has another shape or type, or a value is not finite
     */
    public static EmbeddingMatrix toEmbeddings(EmbeddingSpace space, INDArray array) {
        if (array.rank() != 2 || array.size(1) != space.dimension()) {
            throw new IllegalArgumentException("Embeddings of " + space + " are an array [n, " + space.dimension()
                    + "], not " + Arrays.toString(array.shape()));
        }
        if (!array.dataType().isFPType()) {
            throw new IllegalArgumentException(
                    "Embeddings are floating-point numbers, not " + array.dataType() + "; cast the array first");
        }
        return EmbeddingMatrix.wrap(space, array.isEmpty() ? new float[0] : floats(array));
    }

    /**
     * One prototype per class.
     *
     * @param labels [c], distinct
     * @param array [c, d], row i for label i, as for {@link #toEmbeddings}
     * @throws IllegalArgumentException if the numbers differ, a label is given twice, or the array does not fit the space
     */
    public static Prototypes toPrototypes(List<String> labels, EmbeddingSpace space, INDArray array) {
        return Prototypes.of(labels, toEmbeddings(space, array));
    }

    /** By way of a row-major copy, which also takes views and other orders; the copy is freed at once. */
    @SuppressWarnings("try") // the scope is there to be left
    private static float[] floats(INDArray array) {
        try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
                INDArray copy = array.dup('c');
                INDArray floats = copy.castTo(DataType.FLOAT)) {
            return floats.data().asFloat();
        }
    }
}
