package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.Similarity;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * How vectors lie in a document: in the graph as Lucene compares them, and beside it as they were given where the two differ.
 * Under cosine the graph has unit vectors, whose dot product takes half the time.
 */
final class Vectors {

    static final String GRAPH = "vector";
    static final String ORIGINAL = "original";

    /** So close to 1, a length is a unit vector's that has been rounded. */
    private static final double UNIT = 1e-6;

    private Vectors() {}

    static VectorSimilarityFunction function(Similarity similarity) {
        return switch (similarity) {
            case COSINE -> VectorSimilarityFunction.DOT_PRODUCT;
            case DOT -> VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
            case NEGATIVE_SQUARED_EUCLIDEAN -> VectorSimilarityFunction.EUCLIDEAN;
        };
    }

    static void add(Document document, Embedding vector, Similarity similarity) {
        float[] values = vector.toArray();
        float[] inGraph = forGraph(vector, similarity);
        document.add(new KnnFloatVectorField(GRAPH, inGraph, function(similarity)));
        if (similarity == Similarity.COSINE && !isUnit(vector)) {
            document.add(new BinaryDocValuesField(ORIGINAL, new BytesRef(bytes(values))));
        }
    }

    /** What stands in the graph for a vector, or searches it. */
    static float[] forGraph(Embedding vector, Similarity similarity) {
        return similarity == Similarity.COSINE && !isUnit(vector)
                ? vector.unit().toArray()
                : vector.toArray();
    }

    private static boolean isUnit(Embedding vector) {
        return Math.abs(vector.norm() - 1) <= UNIT;
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static void read(BytesRef stored, float[] target, int offset) {
        FloatBuffer floats = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        floats.get(target, offset, floats.remaining());
    }
}
