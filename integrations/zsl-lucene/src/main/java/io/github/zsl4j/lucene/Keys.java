package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/** The keys of one commit, part by part, in the order of the documents. */
final class Keys extends Spliterators.AbstractSpliterator<String> {

    private final Access access;
    private final EmbeddingSpace space;
    private final Iterator<LeafReaderContext> leaves;
    private Part part;

    /** The documents of the part that have not been removed; null if none has been. */
    private Bits live;

    private int next;
    private int end;

    /** @param reader stays open until all has been read */
    Keys(Access access, EmbeddingSpace space, IndexReader reader) {
        super(reader.numDocs(), Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL);
        this.access = access;
        this.space = space;
        this.leaves = reader.leaves().iterator();
    }

    @Override
    public boolean tryAdvance(Consumer<? super String> action) {
        String key = access.run(this::read);
        if (key == null) {
            return false;
        }
        action.accept(key);
        return true;
    }

    /** The next key; null after the last one. */
    private String read() throws IOException {
        while (true) {
            while (next < end && live != null && !live.get(next)) {
                next++;
            }
            if (next < end) {
                return part.key(next++);
            }
            if (!leaves.hasNext()) {
                return null;
            }
            enter(leaves.next());
        }
    }

    private void enter(LeafReaderContext leaf) throws IOException {
        part = new Part(space, leaf);
        live = leaf.reader().getLiveDocs();
        next = 0;
        end = leaf.reader().maxDoc();
    }
}
