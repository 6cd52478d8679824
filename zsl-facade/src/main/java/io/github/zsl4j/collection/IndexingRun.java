package io.github.zsl4j.collection;

import io.github.zsl4j.collection.IndexedPicture.Change;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Brings results into the index, commits now and then, and counts. */
final class IndexingRun {

    private final EmbeddingIndex<String> index;
    private final IndexingOptions options;
    private final IndexingListener listener;
    private final long total;
    private final long start = System.nanoTime();
    private final Map<Change, Long> counts = new EnumMap<>(Change.class);
    private final List<IndexedPicture> failures = new ArrayList<>();
    private final List<IndexedPicture> uncommitted = new ArrayList<>();
    private long committed = start;

    IndexingRun(EmbeddingIndex<String> index, IndexingOptions options, IndexingListener listener, long total) {
        this.index = index;
        this.options = options;
        this.listener = Objects.requireNonNull(listener, "listener");
        this.total = total;
    }

    void accept(PictureStep.Result result) {
        IndexedPicture picture = result.picture();
        result.item().ifPresent(index::put);
        if (result.remove()) {
            index.remove(picture.key());
        }
        if (result.remove() || result.item().isPresent()) {
            uncommitted.add(picture);
        }
        if (picture.change() == Change.FAILED) {
            failures.add(picture);
        }
        counts.merge(picture.change(), 1L, Long::sum);
        listener.finished(picture, progress());
        if (uncommitted.size() >= options.commitEvery() || isLate()) {
            commit();
        }
    }

    private boolean isLate() {
        return !uncommitted.isEmpty()
                && System.nanoTime() - committed >= options.commitAfter().toNanos();
    }

    private void commit() {
        if (!uncommitted.isEmpty()) {
            index.commit();
            listener.committed(List.copyOf(uncommitted));
            uncommitted.clear();
        }
        committed = System.nanoTime();
    }

    IndexingReport finish() {
        commit();
        return new IndexingReport(progress(), failures);
    }

    private IndexingProgress progress() {
        return new IndexingProgress(total, counts, Duration.ofNanos(System.nanoTime() - start));
    }
}
