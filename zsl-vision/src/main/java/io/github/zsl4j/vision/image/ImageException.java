package io.github.zsl4j.vision.image;

import io.github.zsl4j.error.ZslException;

/** A picture cannot be used; the message is one line that names the picture, what was found and what to do. */
public class ImageException extends ZslException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a picture. */
    public enum Reason {
        /** There is no such file or folder. */
        MISSING,
        /** The file or folder exists and cannot be read: no permission, a folder in a file's place, a failing disk. */
        UNREADABLE,
        /** There are no bytes. */
        EMPTY,
        /** The bytes are not those of a picture in any format known here. */
        NOT_A_PICTURE,
        /** The format is known, this variant of it is not decoded. */
        UNSUPPORTED,
        /** The data ends too early. */
        TRUNCATED,
        /** The data contradicts itself. */
        DAMAGED,
        /** More bytes or pixels than the limits or the heap allow. */
        TOO_LARGE
    }

    private final Reason reason;

    /**
     * @param reason what is wrong
     * @param message one line for a person: the picture's name, what was found, what was expected
     */
    public ImageException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * @param reason what is wrong
     * @param message one line for a person: the picture's name, what was found, what was expected
     * @param cause the failure underneath
     */
    public ImageException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong, for a program. */
    public Reason reason() {
        return reason;
    }
}
