package io.github.zsl4j.collection;

import java.util.List;

/** Hears how indexing goes on, in the thread that called it. */
public interface IndexingListener {

    /** Hears nothing. */
    IndexingListener NONE = new IndexingListener() {};

    /** Called after every picture; changes are not in the index before the commit that follows. */
    default void finished(IndexedPicture picture, IndexingProgress progress) {}

    /** Called after every commit, with the changes that are in the index from now on, whatever happens. */
    default void committed(List<IndexedPicture> changes) {}
}
