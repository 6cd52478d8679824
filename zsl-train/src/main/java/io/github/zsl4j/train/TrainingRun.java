package io.github.zsl4j.train;

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
public record TrainingRun(TrainingListener listener, Optional<Path> checkpoint) {

    public TrainingRun {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(checkpoint, "checkpoint");
    }

    /** Nobody is told and nothing is written. */
    public static TrainingRun silent() {
        return new TrainingRun(progress -> {}, Optional.empty());
    }

    public TrainingRun withListener(TrainingListener newListener) {
        return new TrainingRun(newListener, checkpoint);
    }

    public TrainingRun withCheckpoint(Path file) {
        return new TrainingRun(listener, Optional.of(file));
    }
}
