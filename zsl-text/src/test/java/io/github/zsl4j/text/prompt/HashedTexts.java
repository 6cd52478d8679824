package io.github.zsl4j.text.prompt;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text encoder by the formula of {@code make_prompt_golden.py}; remembers what it was asked. */
final class HashedTexts implements Encoder<String> {

    static final int DIMENSION = 24;

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("hashed", DIMENSION);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    final List<List<String>> calls = new ArrayList<>();

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public EmbeddingMatrix encodeAll(List<? extends String> texts) {
        calls.add(List.copyOf(texts));
        float[] values = new float[texts.size() * DIMENSION];
        for (int i = 0; i < texts.size(); i++) {
            System.arraycopy(vector(texts.get(i)), 0, values, i * DIMENSION, DIMENSION);
        }
        return EmbeddingMatrix.wrap(SPACE, values);
    }

    static float[] vector(String text) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        float[] vector = new float[DIMENSION];
        for (int j = 0; j < DIMENSION; j++) {
            double u = (mixed(hash + j * GOLDEN) >>> 40) / (double) (1 << 23) - 1 + (j == 0 ? 0.25 : 0);
            vector[j] = (float) (u * (1 + (hash & 7)));
        }
        return vector;
    }

    /** The step of splitmix64. */
    private static long mixed(long seed) {
        long z = seed + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public void close() {}
}
