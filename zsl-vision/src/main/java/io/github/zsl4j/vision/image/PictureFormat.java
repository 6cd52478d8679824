package io.github.zsl4j.vision.image;

import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The formats, each known by the bytes that a file of it starts with. */
enum PictureFormat {
    JPEG("\u00ff\u00d8\u00ff", JpegPicture::open),
    PNG("\u0089PNG\r\n\u001a\n", PngPicture::open),
    GIF("GIF8", GifPicture::open),
    WEBP("RIFF????WEBP", WebpPicture::open),
    BMP("BM", BmpPicture::open),
    TIFF_LITTLE("II*\0", TiffPicture::open),
    TIFF_BIG("MM\0*", TiffPicture::open);

    private interface Opener {
        EncodedPicture open(byte[] data) throws IOException;
    }

    private final byte[] signature;
    private final Opener opener;

    PictureFormat(String signature, Opener opener) {
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
        this.opener = opener;
    }

    /** @throws PictureFault if no format starts like this */
    static PictureFormat of(byte[] data) throws PictureFault {
        for (PictureFormat format : values()) {
            if (format.matches(data)) {
                return format;
            }
        }
        throw new PictureFault(
                Reason.NOT_A_PICTURE,
                "the content is " + Content.describe(data) + ", not a JPEG, PNG, GIF, BMP, TIFF or WebP picture");
    }

    /** Reads the header. */
    EncodedPicture open(byte[] data) throws IOException {
        try {
            return opener.open(data);
        } catch (IndexOutOfBoundsException e) {
            throw PictureFault.truncated("the " + this + " ends within its header, after " + data.length + " bytes");
        }
    }

    private boolean matches(byte[] data) {
        if (data.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (signature[i] != '?' && signature[i] != data[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name().startsWith("TIFF") ? "TIFF" : this == WEBP ? "WebP" : name();
    }
}
