package io.github.zsl4j.collection;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.collection.IndexedPicture.Change;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Item;
import io.github.zsl4j.vision.image.ImageException;
import io.github.zsl4j.vision.image.ImageException.Reason;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes a batch of files to what should be done to the index. Only pictures whose content is new are decoded and encoded.
 *
 * @param model that encodes
 * @param index that is asked what it has; not changed here
 * @param metadata of the user's own
 */
record PictureStep(ZeroShotModel model, EmbeddingIndex<String> index, Function<Path, Map<String, String>> metadata)
        implements Function<List<Path>, List<PictureStep.Result>> {

    /**
     * @param picture what becomes of it
     * @param item to put; empty if there is none
     * @param remove whether the item of the index goes
     */
    record Result(IndexedPicture picture, Optional<Item<String>> item, boolean remove) {}

    /**
     * A file on its way.
     *
     * @param fields of its item, if there will be one
     * @param known whether the index has an item of it
     * @param image its pixels, or null if a result is there already
     * @param result or null if the pixels are to be encoded
     */
    private record Work(String key, Map<String, String> fields, boolean known, RgbImage image, Result result) {

        static Work done(Result result) {
            return new Work(result.picture().key(), Map.of(), false, null, result);
        }
    }

    @Override
    public List<Result> apply(List<Path> files) {
        List<Work> works = files.stream().map(this::look).toList();
        List<RgbImage> images =
                works.stream().filter(w -> w.result() == null).map(Work::image).toList();
        try {
            return results(works, encode(images));
        } catch (ZslException e) {
            return works.stream()
                    .map(w -> w.result() == null ? failure(w.key(), e, false) : w.result())
                    .toList();
        }
    }

    private EmbeddingMatrix encode(List<RgbImage> images) {
        return images.isEmpty()
                ? EmbeddingMatrix.of(index.space(), new float[0])
                : model.parts().images().encodeAll(images);
    }

    private List<Result> results(List<Work> works, EmbeddingMatrix vectors) {
        List<Result> results = new ArrayList<>(works.size());
        int next = 0;
        for (Work work : works) {
            results.add(work.result() != null ? work.result() : encoded(work, vectors.row(next++)));
        }
        return results;
    }

    private Result encoded(Work work, Embedding vector) {
        // A cosine does not see the length; vectors of length 1 take half the space in some indexes.
        Embedding stored = index.similarity() == Similarity.COSINE ? vector.unit() : vector;
        Change change = work.known() ? Change.UPDATED : Change.ADDED;
        return put(new Item<>(work.key(), stored, work.fields()), change);
    }

    private static Result put(Item<String> item, Change change) {
        return new Result(IndexedPicture.of(item.key(), change), Optional.of(item), false);
    }

    private static Result failure(String key, ZslException problem, boolean remove) {
        IndexedPicture picture = new IndexedPicture(key, Change.FAILED, Optional.of(problem.getMessage()));
        return new Result(picture, Optional.empty(), remove);
    }

    /** Compares a file with what the index knows of it, and decodes it if need be. */
    private Work look(Path file) {
        String key = file.toString();
        Optional<Item<String>> known = index.get(key);
        try {
            FileStamp stamp = FileStamp.of(file);
            Map<String, String> own = metadata.apply(file);
            if (known.isPresent() && isUnchanged(known.get(), stamp, file, own)) {
                return Work.done(new Result(IndexedPicture.of(key, Change.UNCHANGED), Optional.empty(), false));
            }
            PictureFile content = PictureFile.read(file, model.decoder());
            return open(key, content, known, stamp.fields(file, content.sha256(), own));
        } catch (ImageException e) {
            return Work.done(failure(key, e, known.isPresent() && isAnother(e)));
        } catch (IOException e) {
            return Work.done(failure(key, unreadable(file, e), false));
        }
    }

    private Work open(String key, PictureFile content, Optional<Item<String>> known, Map<String, String> fields) {
        Map<String, String> before = known.map(Item::fields).orElse(Map.of());
        if (content.sha256().equals(before.get(FileStamp.SHA256))) {
            Change change = sameBesides(before, fields) ? Change.UNCHANGED : Change.UPDATED;
            return Work.done(put(new Item<>(key, known.orElseThrow().vector(), fields), change));
        }
        return new Work(key, fields, known.isPresent(), model.decoder().decode(content.source()), null);
    }

    private static boolean isUnchanged(Item<String> known, FileStamp stamp, Path file, Map<String, String> own) {
        Map<String, String> before = known.fields();
        String sha256 = before.get(FileStamp.SHA256);
        return sha256 != null
                && stamp.isOf(before)
                && stamp.fields(file, sha256, own).equals(before);
    }

    /** Whether only the time has changed. */
    private static boolean sameBesides(Map<String, String> before, Map<String, String> now) {
        return now.keySet().equals(before.keySet())
                && now.entrySet().stream()
                        .allMatch(entry -> entry.getKey().equals(FileStamp.MODIFIED)
                                || entry.getValue().equals(before.get(entry.getKey())));
    }

    /** Whether what was read is not the picture of before, as opposed to nothing having been read. */
    private static boolean isAnother(ImageException e) {
        return e.reason() != Reason.UNREADABLE && e.reason() != Reason.MISSING;
    }

    private ZslException unreadable(Path file, IOException e) {
        try {
            model.decoder().decode(ImageSource.of(file));
            return new ZslException(file + ": the file changes while it is read; index it again later", e);
        } catch (ImageException better) {
            return better;
        }
    }
}
