package io.github.zsl4j.error;

/**
 * Something outside the caller's code is wrong: a file, a model, a picture. The message says what, where, and what to do.
 *
 * <p>Wrong arguments are {@link IllegalArgumentException}s and use of closed resources {@link IllegalStateException}s.
 */
public class ZslException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one line for a person: the file or argument, what was found, what was expected */
    public ZslException(String message) {
        super(message);
    }

    /**
     * @param message one line for a person: the file or argument, what was found, what was expected
     * @param cause the failure underneath
     */
    public ZslException(String message, Throwable cause) {
        super(message, cause);
    }
}
