package io.github.zsl4j.vision.image;

import java.io.IOException;

/** What a format's reader found wrong, before the picture's name is put in front of it. */
final class PictureFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final ImageException.Reason reason;

    PictureFault(ImageException.Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static PictureFault truncated(String message) {
        return new PictureFault(ImageException.Reason.TRUNCATED, message + "; the file is truncated");
    }

    static PictureFault damaged(String message) {
        return new PictureFault(ImageException.Reason.DAMAGED, message + "; the file is damaged");
    }

    static PictureFault unsupported(String message) {
        return new PictureFault(
                ImageException.Reason.UNSUPPORTED, message + "; save it again as an ordinary JPEG or PNG");
    }

    ImageException named(String name) {
        return new ImageException(reason, name + ": " + getMessage(), this);
    }
}
