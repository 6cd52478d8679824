package io.github.zsl4j.engine.layout;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The identity of a model: a digest of its network files, so that vectors of two models, or of two versions of one, are
 * never taken for each other.
 */
public final class WeightDigest {

    private static final int CHARACTERS = 16;
    private static final int BUFFER = 1 << 20;

    private WeightDigest() {}

    /**
     * The first 16 hexadecimal digits of a SHA-256 over the files' own SHA-256 digests, in the order given; data that a
     * network keeps in files beside it ({@code model.onnx_data}, {@code model.onnx_data_1}, …) counts. A file of a download cache that is named by its
     * digest is not read again.
     *
     * @throws ModelException if a file cannot be read
     */
    public static String of(List<Path> files) {
        MessageDigest all = sha256();
        files.stream()
                .flatMap(WeightDigest::parts)
                .forEach(file -> all.update(sha256(file).getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(all.digest()).substring(0, CHARACTERS);
    }

    private static Stream<Path> parts(Path file) {
        String name = file.getFileName().toString();
        Stream<Path> data = Stream.of("_data", ".data").map(suffix -> file.resolveSibling(name + suffix));
        Stream<Path> more = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> file.resolveSibling(name + "_data_" + i))
                .takeWhile(Files::isRegularFile);
        return Stream.of(Stream.of(file), data.filter(Files::isRegularFile), more)
                .flatMap(parts -> parts);
    }

    /**
     * A file's SHA-256 in lower-case hexadecimal.
     *
     * @throws ModelException if the file cannot be read
     */
    public static String sha256(Path file) {
        try {
            // The link's own target, not what that may in turn link to: newer caches share contents under other names.
            Path named = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : file;
            String name = named.getFileName().toString();
            return name.matches("[0-9a-f]{64}") ? name : read(file);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e + ")", e);
        }
    }

    private static String read(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
