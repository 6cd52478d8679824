package io.github.zsl4j;

import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one picture of many: a value, or what was wrong with it.
 *
 * @param image which picture
 * @param result the value; empty if it failed
 * @param failure why there is none; empty if there is one
 * @param <T> what is computed
 */
public record Outcome<T>(ImageSource image, Optional<T> result, Optional<ZslException> failure) {

    /** @throws IllegalArgumentException unless exactly one of result and failure is there */
    public Outcome {
        Objects.requireNonNull(image, "image");
        if (result.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("An outcome is either a result or a failure");
        }
    }

    static <T> Outcome<T> success(ImageSource image, T value) {
        return new Outcome<>(image, Optional.of(value), Optional.empty());
    }

    static <T> Outcome<T> failure(ImageSource image, ZslException failure) {
        return new Outcome<>(image, Optional.empty(), Optional.of(failure));
    }

    /** Whether there is a value. */
    public boolean isSuccess() {
        return result.isPresent();
    }

    /** @throws ZslException the failure, if there is no value */
    public T value() {
        return result.orElseThrow(failure::get);
    }
}
