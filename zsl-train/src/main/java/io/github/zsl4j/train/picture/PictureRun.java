package io.github.zsl4j.train.picture;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What accompanies training without changing its result.
 *
 * @param listener told of each epoch
 * @param checkpoint a file that is written after each epoch, replaced as a whole. If it is there when training begins,
 *     training goes on from it, to exactly the result that it would have had without a break; a file of other options or
 *     other data is refused
 */
public record PictureRun(PictureListener listener, Optional<Path> checkpoint) {

    public PictureRun {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(checkpoint, "checkpoint");
    }

    /** Nobody is told and nothing is written. */
    public static PictureRun silent() {
        return new PictureRun(progress -> {}, Optional.empty());
    }

    public PictureRun withListener(PictureListener newListener) {
        return new PictureRun(newListener, checkpoint);
    }

    public PictureRun withCheckpoint(Path file) {
        return new PictureRun(listener, Optional.of(file));
    }
}
