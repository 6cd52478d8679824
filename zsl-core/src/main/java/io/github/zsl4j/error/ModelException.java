package io.github.zsl4j.error;

/** A model cannot be loaded or run: a file is missing, damaged, of another kind, or its engine is not installed. */
public class ModelException extends ZslException {

    private static final long serialVersionUID = 1L;

    /** @param message one line for a person: the file, what was found, what to do */
    public ModelException(String message) {
        super(message);
    }

    /**
     * @param message one line for a person: the file, what was found, what to do
     * @param cause the failure underneath
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
