package io.github.zsl4j.collection;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.collection.IndexedPicture.Change;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Keeps an index in step with picture files. Each picture's key is its absolute path; its metadata are {@code folder},
 * {@code name}, {@code bytes}, {@code modified}, {@code sha256} and those of {@link IndexingOptions#metadata}.
 *
 * <p>A file whose size and time are as they were is not opened; one whose time is new but whose content (by SHA-256) is not is
 * not encoded again. So indexing that was stopped, or killed, goes on where it last committed. Pictures are read, decoded and
 * encoded on all workers of the model. Under cosine, vectors are stored with length 1. Not thread-safe; one indexer at a time
 * may write an index.
 */
public final class PictureIndexer {

    private final ZeroShotModel model;
    private final EmbeddingIndex<String> index;
    private final IndexingOptions options;

    /**
     * @param model stays open
     * @param index of the model's space; stays open
     * @throws IllegalArgumentException if the index is of another space
     */
    public PictureIndexer(ZeroShotModel model, EmbeddingIndex<String> index, IndexingOptions options) {
        index.space().requireSame(model.parts().space());
        this.model = model;
        this.index = index;
        this.options = Objects.requireNonNull(options, "options");
    }

    /** The key of a picture's item. */
    public static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /**
     * Indexes files. One that cannot be read is reported and does not stop the others. All changes are committed when this
     * returns; if it throws, those since the last commit are not.
     *
     * @param files such as {@link io.github.zsl4j.vision.image.Pictures#in} finds; one that is given twice is indexed once
     * @return what became of them all
     */
    public IndexingReport index(List<Path> files, IndexingListener listener) {
        List<Path> distinct = files.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .distinct()
                .toList();
        IndexingRun run = new IndexingRun(index, options, listener, distinct.size());
        PictureStep step = new PictureStep(model, index, options.metadata());
        try (Stream<PictureStep.Result> results = model.mapBatches(distinct.stream(), step)) {
            results.forEach(run::accept);
        }
        return run.finish();
    }

    /**
     * Removes the pictures of a folder, and of all folders in it, whose files are gone.
     *
     * @param folder or a single file
     * @return what has been removed, in the order of the keys
     */
    public List<IndexedPicture> removeVanished(Path folder) {
        List<String> gone = vanished(folder.toAbsolutePath().normalize());
        gone.forEach(index::remove);
        index.commit();
        return gone.stream().map(key -> IndexedPicture.of(key, Change.REMOVED)).toList();
    }

    private List<String> vanished(Path root) {
        try (Stream<String> keys = index.keys()) {
            return keys.filter(key -> Path.of(key).startsWith(root) && Files.notExists(Path.of(key)))
                    .sorted()
                    .toList();
        }
    }
}
