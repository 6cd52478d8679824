package io.github.zsl4j.collection;

import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file's content, read once: what is encoded is what the digest is of, even if the file is being written meanwhile.
 *
 * @param source of the picture, in memory
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
record PictureFile(ImageSource source, String sha256) {

    /** @throws IOException if the file cannot be opened; the decoder says why in better words */
    static PictureFile read(Path file, ImageDecoder decoder) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, newDigest())) {
            ImageSource source = ImageSource.of(digested, file.toString(), decoder.limits());
            return new PictureFile(
                    source, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
