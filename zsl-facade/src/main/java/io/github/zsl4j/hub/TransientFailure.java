package io.github.zsl4j.hub;

import java.time.Duration;
import java.util.Optional;

/** A request failed in a way that may not happen again. The message names the host and what happened. */
final class TransientFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the server asks to wait; null if it does not say. */
    private final transient Duration retryAfter;

    TransientFailure(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
    }

    TransientFailure(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter.orElse(null);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
