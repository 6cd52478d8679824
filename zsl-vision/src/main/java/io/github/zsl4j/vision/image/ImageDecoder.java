package io.github.zsl4j.vision.image;

import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.IOException;
import java.util.Objects;

/**
 * Decodes JPEG, PNG, GIF, BMP, TIFF and WebP, told apart by their content and not by their names.
 *
 * <p>The pixels are those of Pillow's {@code ImageOps.exif_transpose(image).convert("RGB")}, to the bit. The conventions:
 *
 * <ul>
 *   <li>EXIF orientation (or XMP's, where EXIF has none) is applied;
 *   <li>alpha, in a channel, a palette or as a transparent colour, is composited on white;
 *   <li>16-bit samples keep their high byte;
 *   <li>CMYK and YCCK JPEGs are read as inverted (as Adobe writes them) and converted by Pillow's formula;
 *   <li>of an animation or a file of several pages the first frame or page is taken, on its full canvas;
 *   <li>embedded colour profiles and gamma are ignored;
 *   <li>a JPEG without its end marker is truncated; what follows the end marker is ignored;
 *   <li>not decoded: JPEG with arithmetic coding or more than 8 bits, BigTIFF, TIFF in CIE Lab or with samples of more
 *       than 16 bits, and the alpha of a BMP.
 * </ul>
 *
 * <p>Limits are checked on the header, before anything of the picture's size is allocated. Whatever a file holds, the
 * outcome is a picture or an {@link ImageException}. No temporary file is written. Immutable and thread-safe.
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    /** A decoder with {@link ImageLimits#defaults()}. */
    public ImageDecoder() {
        this(ImageLimits.defaults());
    }

    /** A decoder with limits of your own. */
    public ImageDecoder(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** What a picture may cost here. */
    public ImageLimits limits() {
        return limits;
    }

    /**
     * Decodes a picture and turns it upright.
     *
     * @throws ImageException if there is no picture to be had; {@link ImageException#reason()} says why
     */
    public RgbImage decode(ImageSource source) {
        try {
            EncodedPicture picture = open(source);
            limits.checkHeader(picture);
            return picture.orientation().apply(picture.pixels());
        } catch (PictureFault e) {
            throw e.named(source.name());
        } catch (OutOfMemoryError e) {
            String message = ": the picture does not fit in the heap; give the program more (-Xmx)";
            throw new ImageException(Reason.TOO_LARGE, source.name() + message, e);
        } catch (IOException | RuntimeException | Error e) {
            // Readers fail in every way there is on hostile bytes; none of them is the caller's fault.
            throw new ImageException(Reason.DAMAGED, source.name() + ": the file is damaged: " + brief(e), e);
        }
    }

    private EncodedPicture open(ImageSource source) throws IOException {
        if (source.image() != null) {
            return new PictureInMemory(source.image());
        }
        byte[] data = source.read(limits);
        if (data.length == 0) {
            throw new PictureFault(Reason.EMPTY, "the file is empty (0 bytes)");
        }
        return PictureFormat.of(data).open(data);
    }

    private static String brief(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message).strip();
    }
}
