package io.github.zsl4j.cli;

import io.github.zsl4j.collection.IndexedPicture;
import io.github.zsl4j.collection.IndexedPicture.Change;
import io.github.zsl4j.collection.IndexingListener;
import io.github.zsl4j.collection.IndexingProgress;
import java.util.List;
import java.util.Locale;

/** Tells what becomes of pictures while they are indexed. As JSON, a change is told when it is committed, and so will last. */
final class IndexOutput {

    private final Program program;
    private final boolean json;

    IndexOutput(Program program, boolean json) {
        this.program = program;
        this.json = json;
    }

    /** Shows what happens beside a bar. */
    IndexingListener with(Progress progress) {
        return new IndexingListener() {
            @Override
            public void finished(IndexedPicture picture, IndexingProgress soFar) {
                progress.step(() -> IndexOutput.this.finished(picture));
            }

            @Override
            public void committed(List<IndexedPicture> changes) {
                progress.show(() -> changes.stream()
                        .filter(picture -> picture.change() == Change.ADDED || picture.change() == Change.UPDATED)
                        .forEach(IndexOutput.this::json));
            }
        };
    }

    private void finished(IndexedPicture picture) {
        picture.problem().ifPresent(problem -> failure(picture.key(), problem));
        if (picture.change() == Change.UNCHANGED) {
            json(picture);
        }
    }

    /** A picture that there is not. */
    void failure(String image, String problem) {
        if (json) {
            program.output().data(Json.failure(image, problem));
        } else {
            program.complain(problem);
        }
    }

    void removed(List<IndexedPicture> pictures) {
        pictures.forEach(this::json);
    }

    private void json(IndexedPicture picture) {
        if (!json) {
            return;
        }
        program.output().data(Json.line(line -> {
            line.name("image").value(picture.key());
            line.name("change").value(picture.change().name().toLowerCase(Locale.ROOT));
        }));
    }

    /** @param missing arguments and files that are none */
    void summary(IndexingProgress end, long missing, long removed, int size) {
        if (!json) {
            program.output()
                    .text(String.format(
                            Locale.ROOT,
                            "%d added, %d updated, %d unchanged, %d removed, %d failed in %.1f s (%.1f pictures/s);"
                                    + " the index has %d%n",
                            end.count(Change.ADDED),
                            end.count(Change.UPDATED),
                            end.count(Change.UNCHANGED),
                            removed,
                            end.count(Change.FAILED) + missing,
                            end.elapsed().toMillis() / 1000.0,
                            end.picturesPerSecond(),
                            size));
        }
    }
}
