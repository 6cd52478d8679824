package io.github.zsl4j.vision.image;

import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads whole files and streams within the limits. */
final class PictureBytes {

    private PictureBytes() {}

    static byte[] read(Path path, ImageLimits limits) throws PictureFault {
        try {
            if (Files.isDirectory(path)) {
                throw new PictureFault(
                        Reason.UNREADABLE,
                        Files.isReadable(path)
                                ? "this is a folder, not a picture file"
                                : "the folder may not be read: permission denied");
            }
            long size = Files.size(path);
            limits.checkBytes(size);
            try (InputStream in = Files.newInputStream(path)) {
                return Files.isRegularFile(path) ? readSized(in, (int) size) : read(in, limits);
            }
        } catch (PictureFault e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new PictureFault(Reason.MISSING, "there is no such file");
        } catch (AccessDeniedException e) {
            throw new PictureFault(Reason.UNREADABLE, "the file may not be read: permission denied");
        } catch (IOException e) {
            throw new PictureFault(Reason.UNREADABLE, "the file cannot be read: " + e);
        }
    }

    private static byte[] readSized(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        int read = in.readNBytes(bytes, 0, size);
        return read == size ? bytes : Arrays.copyOf(bytes, read);
    }

    static byte[] read(InputStream in, ImageLimits limits) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.maxBytes() + 1));
        limits.checkBytes(bytes.length);
        return bytes;
    }

    static ImageException unreadable(String name, IOException cause) {
        return new ImageException(Reason.UNREADABLE, name + ": the picture cannot be read: " + cause, cause);
    }
}
