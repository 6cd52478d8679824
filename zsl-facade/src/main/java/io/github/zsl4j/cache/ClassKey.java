package io.github.zsl4j.cache;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.prototype.ClassDescription;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What prototypes were made of, as one digest: the model's space, the recipe of its class side (templates), and the
 * classes in their order.
 *
 * @param digest SHA-256 in lower-case hexadecimal
 */
record ClassKey(String digest) {

    /** Changes when the meaning of the other parts does. */
    private static final String FORMAT = "zsl4j-prototypes 1";

    static ClassKey of(EmbeddingSpace space, String recipe, List<ClassDescription> classes) {
        Digest digest = new Digest();
        digest.add(FORMAT);
        digest.add(space.name());
        digest.add(Integer.toString(space.dimension()));
        digest.add(space.identity());
        digest.add(recipe);
        for (ClassDescription c : classes) {
            digest.add(c.label());
            digest.add(Integer.toString(c.texts().size()));
            c.texts().forEach(digest::add);
        }
        return new ClassKey(digest.hex());
    }

    /** Texts with their lengths, so that no two lists of texts read alike. */
    private static final class Digest {

        private final MessageDigest sha256;

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }

        void add(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE); // keeps half surrogate pairs apart
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
