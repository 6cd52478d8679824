package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/**
 * An index in a folder, searched approximately in HNSW graphs, and exactly where few vectors come into question. One program at
 * a time writes it; any number read it, meanwhile too. What has been committed survives a crash; what has not is gone with it.
 *
 * <p>Scores are computed from the vectors as they were given, so they equal those of an exact index. Which items are found
 * beyond {@link LuceneOptions#exactUpTo} is approximate: recall grows with {@link LuceneOptions#candidates}, and among equal
 * scores the graph decides which come into sight. Vectors may have any number of dimensions. Under cosine, vectors that are
 * not of length 1 are kept twice, as they are and of length 1; give unit vectors if space is short.
 *
 * <p>Thread-safe.
 *
 * <p><b>References:</b> Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical
 * Navigable Small World graphs", IEEE TPAMI 2020.
 */
public final class LuceneIndex implements EmbeddingIndex<String> {

    private final Access access;
    private final Directory directory;
    private final Optional<IndexWriter> writer;
    private final LuceneOptions options;
    private final SearcherManager searchers;
    private final Header header;

    LuceneIndex(Access access, Directory directory, Optional<IndexWriter> writer, Header header, LuceneOptions options)
            throws IOException {
        this.access = access;
        this.directory = directory;
        this.writer = writer;
        this.header = header;
        this.options = options;
        this.searchers = new SearcherManager(directory, null);
    }

    /**
     * Whether there is an index in a folder, in whatever state: one that was never committed is none, one that is damaged, or not
     * of zsl4j, is one that cannot be opened.
     *
     * @throws ZslException if the folder cannot be read
     */
    public static boolean isAt(Path folder) {
        return new Access(folder).run(() -> Store.isIndex(folder));
    }

    /** As {@link #open(Path, EmbeddingSpace, Similarity, LuceneOptions)} with default options. */
    public static LuceneIndex open(Path folder, EmbeddingSpace space, Similarity similarity) {
        return open(folder, space, similarity, LuceneOptions.defaults());
    }

    /**
     * Opens an index for reading and writing. If there is none, an empty one is made and committed.
     *
     * @param folder that holds the index and nothing else
     * @throws ZslException if the index is of another space or similarity, is being written by another program, is damaged, or
     *     if the folder holds other files and no index
     */
    public static LuceneIndex open(Path folder, EmbeddingSpace space, Similarity similarity, LuceneOptions options) {
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(similarity, "similarity");
        return new Access(folder).run(() -> Store.write(folder, space, similarity, options));
    }

    /** As {@link #read(Path, LuceneOptions)} with default options. */
    public static LuceneIndex read(Path folder) {
        return read(folder, LuceneOptions.defaults());
    }

    /**
     * Opens an index for searching, whoever writes it meanwhile. It shows what was there at the last commit before; see
     * {@link #refresh}. Its space and similarity are those that it was made with.
     *
     * @throws ZslException if there is no index, or it is damaged
     */
    public static LuceneIndex read(Path folder, LuceneOptions options) {
        return new Access(folder).run(() -> Store.read(folder, options));
    }

    @Override
    public EmbeddingSpace space() {
        return header.space();
    }

    @Override
    public Similarity similarity() {
        return header.similarity();
    }

    /** What the user has noted about the whole index, such as the model that made it; as of the last commit. */
    public Map<String, String> properties() {
        return look(snapshot -> Header.of(snapshot.reader().getIndexCommit().getUserData(), access.folder())
                .properties());
    }

    /** Replaces what is noted about the whole index, with the next commit. */
    public void setProperties(Map<String, String> properties) {
        var commit = header.withProperties(properties).toCommit();
        change(w -> w.setLiveCommitData(commit.entrySet()));
    }

    @Override
    public int size() {
        return look(snapshot -> snapshot.reader().numDocs());
    }

    @Override
    public void putAll(List<Item<String>> items) {
        items.forEach(item -> space().requireSame(item.vector().space()));
        change(w -> {
            for (Item<String> item : items) {
                w.updateDocument(Terms.key(item.key()), Documents.of(item, similarity()));
            }
        });
    }

    @Override
    public void remove(String key) {
        change(w -> w.deleteDocuments(Terms.key(key)));
    }

    @Override
    public void commit() {
        change(IndexWriter::commit);
        refresh();
    }

    /** Shows what another program has committed since; {@link #commit} does so by itself. */
    public void refresh() {
        access.run(() -> {
            searchers.maybeRefreshBlocking();
            return null;
        });
    }

    /**
     * Commits, and joins all parts into one graph, which is searched fastest. Takes about as long as building it, and twice
     * its space until it is done.
     */
    public void compact() {
        change(w -> w.forceMerge(1));
        commit();
    }

    @Override
    public Optional<Item<String>> get(String key) {
        return look(snapshot -> snapshot.get(key));
    }

    /** The keys in the order of the documents. The files that they are read from stay open until the stream is closed. */
    @Override
    public Stream<String> keys() {
        return access.run(() -> {
            IndexSearcher searcher = searchers.acquire();
            Keys keys = new Keys(access, header.space(), searcher.getIndexReader());
            return StreamSupport.stream(keys, false)
                    .onClose(() -> access.run(() -> {
                        searchers.release(searcher);
                        return null;
                    }));
        });
    }

    @Override
    public List<List<Hit<String>>> search(EmbeddingMatrix queries, int k, Filter filter) {
        space().requireSame(queries.space());
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
        return look(snapshot -> snapshot.search(queries, k, filter));
    }

    /** What is done with one commit. */
    private interface Look<T> {
        T at(Snapshot snapshot) throws IOException;
    }

    private <T> T look(Look<T> look) {
        return access.run(() -> {
            IndexSearcher searcher = searchers.acquire();
            try {
                return look.at(new Snapshot(searcher, header, options));
            } finally {
                searchers.release(searcher);
            }
        });
    }

    /** What is done to the index. */
    private interface Change {
        void to(IndexWriter writer) throws IOException;
    }

    private void change(Change change) {
        IndexWriter open = writer.orElseThrow(() -> new UnsupportedOperationException(
                access.folder() + ": the index is open for reading only; LuceneIndex.open opens it for writing"));
        access.run(() -> {
            change.to(open);
            return null;
        });
    }

    @Override
    public void close() {
        access.run(() -> {
            try (directory) {
                searchers.close();
                if (writer.isPresent()) {
                    writer.get().rollback();
                }
            }
            return null;
        });
    }
}
