package io.github.zsl4j.data.pictures;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An encoder of files that keeps on disk what it has encoded, so that each picture is encoded once. Pictures are told apart by
 * their bytes: a changed picture is encoded again, a moved or copied one is not. What has been encoded when a program is killed
 * is kept. Thread-safe; several programs may not write to one cache at a time.
 */
public final class CachedEncoder implements Encoder<Path> {

    private final Encoder<Path> encoder;
    private final VectorFile file;

    private CachedEncoder(Encoder<Path> encoder, VectorFile file) {
        this.encoder = encoder;
        this.file = file;
    }

    /**
     * Opens a cache, or begins one.
     *
     * @param encoder of what is not in the cache; stays the caller's to close
     * @param cache a file, such as {@code features.cache}
     * @throws DataException if the file is no cache, is of another space than the encoder's, or is in use
     */
    public static CachedEncoder open(Encoder<Path> encoder, Path cache) {
        Objects.requireNonNull(encoder, "encoder");
        return new CachedEncoder(encoder, VectorFile.open(cache, encoder.space()));
    }

    @Override
    public EmbeddingSpace space() {
        return encoder.space();
    }

    /** How many pictures the cache holds. */
    public int size() {
        return file.size();
    }

    /** @throws DataException if a file cannot be read, or the cache cannot be written */
    @Override
    public EmbeddingMatrix encodeAll(List<? extends Path> pictures) {
        List<String> keys = new ArrayList<>(pictures.size());
        Map<String, Path> missing = new LinkedHashMap<>();
        for (Path picture : pictures) {
            String key = key(picture);
            keys.add(key);
            if (file.get(key) == null) {
                missing.putIfAbsent(key, picture);
            }
        }
        if (!missing.isEmpty()) {
            file.add(List.copyOf(missing.keySet()), encoder.encodeAll(List.copyOf(missing.values())));
        }
        int d = space().dimension();
        float[] values = new float[Math.multiplyExact(keys.size(), d)];
        for (int i = 0; i < keys.size(); i++) {
            System.arraycopy(file.get(keys.get(i)), 0, values, i * d, d);
        }
        return EmbeddingMatrix.wrap(space(), values);
    }

    private static String key(Path picture) {
        byte[] block = new byte[1 << 16];
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(picture), digest)) {
            while (in.read(block) >= 0) {
                // The digest takes what is read.
            }
        } catch (IOException e) {
            throw new DataException(picture + ": the picture cannot be read (" + e + ")", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Closes the cache, not the encoder. */
    @Override
    public void close() {
        file.close();
    }
}
