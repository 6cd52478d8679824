package io.github.zsl4j.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** What documents are looked up by: their key, and each of their metadata. */
final class Terms {

    static final String KEY = "key";
    static final String FIELD = "field";

    /** Longer texts are looked up by their digest: Lucene takes no more than 32,766 bytes. */
    private static final int LONGEST = 1000;

    private Terms() {}

    static Term key(String key) {
        return new Term(KEY, bytes(key));
    }

    /** The length of the name tells where the value begins, whatever characters both have. */
    static BytesRef field(String name, String value) {
        return bytes(name.length() + ":" + name + value);
    }

    private static BytesRef bytes(String text) {
        BytesRef bytes = new BytesRef(text);
        return bytes.length <= LONGEST ? bytes : new BytesRef(digest(text));
    }

    /** 32 bytes after one that no UTF-8 text begins with. */
    private static byte[] digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
            byte[] marked = new byte[hash.length + 1];
            marked[0] = (byte) 0xff;
            System.arraycopy(hash, 0, marked, 1, hash.length);
            return marked;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
