package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;

/** Reads the vectors and keys of one part (segment) of an index, from its first document to its last. */
final class Part {

    private final EmbeddingSpace space;
    private final LeafReaderContext leaf;
    private final FloatVectorValues inGraph;
    private final BinaryDocValues originals;
    private final BinaryDocValues keys;

    Part(EmbeddingSpace space, LeafReaderContext leaf) throws IOException {
        this.space = space;
        this.leaf = leaf;
        this.inGraph = leaf.reader().getFloatVectorValues(Vectors.GRAPH);
        this.originals = DocValues.getBinary(leaf.reader(), Vectors.ORIGINAL);
        this.keys = DocValues.getBinary(leaf.reader(), Documents.KEY_VALUE);
    }

    /** The vectors of ascending documents of this part, as they were given. */
    EmbeddingMatrix vectors(int[] documents, int count) throws IOException {
        int d = space.dimension();
        float[] rows = new float[count * d];
        for (int i = 0; i < count; i++) {
            if (originals.advanceExact(documents[i])) {
                Vectors.read(originals.binaryValue(), rows, i * d);
            } else {
                if (inGraph.docID() != documents[i]) {
                    inGraph.advance(documents[i]);
                }
                System.arraycopy(inGraph.vectorValue(), 0, rows, i * d, d);
            }
        }
        return EmbeddingMatrix.wrap(space, rows);
    }

    /** @param document of this part, not before the last one asked for */
    String key(int document) {
        try {
            if (!keys.advanceExact(document)) {
                throw new IllegalStateException("Every document has a key");
            }
            return keys.binaryValue().utf8ToString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int inWholeIndex(int document) {
        return leaf.docBase + document;
    }
}
