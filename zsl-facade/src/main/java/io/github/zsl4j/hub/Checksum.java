package io.github.zsl4j.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the hub says a file's content is, which is also the name of its blob in the cache: for large files (Git LFS) the
 * SHA-256, for others Git's own SHA-1, which is taken over {@code "blob <size>\0"} and the content.
 *
 * @param hex 64 or 40 lower-case hexadecimal digits
 */
record Checksum(String hex) {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9a-fA-F]{64}|[0-9a-fA-F]{40})\"?");
    private static final int SHA1_DIGITS = 40;
    private static final int BUFFER = 1 << 20;

    /** @return empty if the header is none of the two */
    static Optional<Checksum> ofEtag(String etag) {
        Matcher parts = ETAG.matcher(etag);
        return parts.matches() ? Optional.of(new Checksum(parts.group(1).toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /** Reads a file through and compares. */
    boolean matches(Path file) throws IOException {
        MessageDigest digest = digest();
        if (isGit()) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    String algorithm() {
        return isGit() ? "Git SHA-1" : "SHA-256";
    }

    private boolean isGit() {
        return hex.length() == SHA1_DIGITS;
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(isGit() ? "SHA-1" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1 and SHA-256", e);
        }
    }
}
