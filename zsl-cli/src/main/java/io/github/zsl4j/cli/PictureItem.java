package io.github.zsl4j.cli;

import io.github.zsl4j.vision.image.ImageSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One thing that an argument stands for.
 *
 * @param name what to call it
 * @param source the picture; empty if there is none
 * @param problem why there is no picture, in one line; empty if there is one
 */
record PictureItem(String name, Optional<ImageSource> source, Optional<String> problem) {

    static PictureItem of(Path file) {
        return of(ImageSource.of(file));
    }

    static PictureItem of(ImageSource source) {
        return new PictureItem(source.name(), Optional.of(source), Optional.empty());
    }

    /** @param problem names the thing itself */
    static PictureItem problem(String name, String problem) {
        return new PictureItem(name, Optional.empty(), Optional.of(problem));
    }
}
