package io.github.zsl4j.vision.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a picture comes from: a file, bytes, or an image that is in memory already.
 *
 * <p>Immutable and thread-safe (a {@link BufferedImage} is shared, not copied: leave it alone while it is in use). A
 * file is read when the picture is decoded, not before.
 */
public final class ImageSource {

    private final String name;
    private final Path path;
    private final byte[] bytes;
    private final BufferedImage image;

    private ImageSource(String name, Path path, byte[] bytes, BufferedImage image) {
        this.name = Objects.requireNonNull(name, "name");
        this.path = path;
        this.bytes = bytes;
        this.image = image;
    }

    /** A file, in any format that {@link ImageDecoder} knows, whatever its name ends in. */
    public static ImageSource of(Path path) {
        return new ImageSource(path.toString(), path, null, null);
    }

    /**
     * The content of a file.
     *
     * @param bytes copied
     * @param name what to call the picture in messages
     */
    public static ImageSource of(byte[] bytes, String name) {
        return new ImageSource(name, null, bytes.clone(), null);
    }

    /**
     * Reads a stream to its end, at most as far as {@link ImageLimits#defaults()} allows. The caller closes it.
     *
     * @param name what to call the picture in messages
     * @throws ImageException if the stream holds more than that ({@code TOO_LARGE}) or fails ({@code UNREADABLE})
     */
    public static ImageSource of(InputStream in, String name) {
        return of(in, name, ImageLimits.defaults());
    }

    /**
     * Reads a stream to its end. The caller closes it.
     *
     * @param name what to call the picture in messages
     * @param limits how many bytes to read at most
     * @throws ImageException if the stream holds more than that ({@code TOO_LARGE}) or fails ({@code UNREADABLE})
     */
    public static ImageSource of(InputStream in, String name, ImageLimits limits) {
        try {
            return new ImageSource(name, null, PictureBytes.read(in, limits), null);
        } catch (PictureFault e) {
            throw e.named(name);
        } catch (IOException e) {
            throw PictureBytes.unreadable(name, e);
        }
    }

    /**
     * A file given as a URI.
     *
     * @throws IllegalArgumentException if it is not a {@code file:} URI; nothing is ever fetched over a network
     */
    public static ImageSource of(URI uri) {
        if (!"file".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(
                    uri + ": only file: URIs are read, nothing is fetched over a network; download it first");
        }
        return of(Path.of(uri));
    }

    /**
     * An image in memory. It has no metadata, so it is taken to be upright.
     *
     * @param name what to call the picture in messages
     */
    public static ImageSource of(BufferedImage image, String name) {
        return new ImageSource(name, null, null, Objects.requireNonNull(image, "image"));
    }

    /** What messages call the picture: a file's path as it was given, or the name given with the rest. */
    public String name() {
        return name;
    }

    /** The image in memory, or null. */
    BufferedImage image() {
        return image;
    }

    /** The encoded bytes; not to be changed. */
    byte[] read(ImageLimits limits) throws PictureFault {
        if (path != null) {
            return PictureBytes.read(path, limits);
        }
        limits.checkBytes(bytes.length);
        return bytes;
    }

    @Override
    public String toString() {
        return "ImageSource[" + name + "]";
    }
}
