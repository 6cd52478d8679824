package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;

/** The hub cannot be reached, or is out of order, whatever was asked of it: a model in the cache may do. */
final class UnavailableException extends ModelException {

    private static final long serialVersionUID = 1L;

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
