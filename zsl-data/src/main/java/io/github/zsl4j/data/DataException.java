package io.github.zsl4j.data;

import io.github.zsl4j.error.ZslException;

/** A file of data cannot be used: it is missing, damaged, of another kind, or does not fit the files beside it. */
public class DataException extends ZslException {

    private static final long serialVersionUID = 1L;

    /** @param message one line for a person: the file, what was found, what was expected, what to do */
    public DataException(String message) {
        super(message);
    }

    /**
     * @param message one line for a person: the file, what was found, what was expected, what to do
     * @param cause the failure underneath
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
