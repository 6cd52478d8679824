package io.github.zsl4j.text.words;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Files of word vectors for tests: stored ones and ones made up. */
final class WordFiles {

    /** Made by {@code make_words_golden.py}, which lies beside it. */
    static final JsonObject GOLDEN = JsonParser.parseString(
                    new String(stored("words_golden.json"), StandardCharsets.UTF_8))
            .getAsJsonObject();

    private WordFiles() {}

    static byte[] stored(String name) {
        try (InputStream in = WordFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WordVectors golden(String name) {
        return read(stored(name), name, WordVectorOptions.defaults());
    }

    static WordVectors read(byte[] file, String name, WordVectorOptions options) {
        return WordVectors.read(new ByteArrayInputStream(file), name, options);
    }

    /** Reads a text file {@code words.txt} with the default options. */
    static WordVectors text(String... lines) {
        return text(WordVectorOptions.defaults(), lines);
    }

    static WordVectors text(WordVectorOptions options, String... lines) {
        return read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "words.txt", options);
    }

    static float[] floats(JsonArray array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).getAsFloat();
        }
        return values;
    }

    /** Words and vectors as a file of a format. */
    static byte[] write(Map<String, float[]> words, WordVectorFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int dimension = words.values().iterator().next().length;
        if (format != WordVectorFormat.GLOVE) {
            out.writeBytes(bytes(words.size() + " " + dimension + "\n"));
        }
        words.forEach((word, vector) -> {
            out.writeBytes(bytes(word + " "));
            out.writeBytes(format == WordVectorFormat.WORD2VEC_BINARY ? binary(vector) : bytes(decimal(vector) + "\n"));
        });
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] binary(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static String decimal(float[] vector) {
        StringBuilder line = new StringBuilder();
        for (float value : vector) {
            line.append(line.isEmpty() ? "" : " ").append(value);
        }
        return line.toString();
    }

    static byte[] gzip(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
