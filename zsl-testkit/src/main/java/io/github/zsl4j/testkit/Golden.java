package io.github.zsl4j.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference inputs and outputs, made with Python code that shares nothing with the library ({@code golden.json}
 * says with which versions and conventions).
 */
public final class Golden {

    private Golden() {}

    /** @param name a path such as {@code images/cmyk.jpg} */
    public static byte[] bytes(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/io/github/zsl4j/golden/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No golden file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name a path such as {@code golden/pre_clip32.npy} */
    public static Npy npy(String name) {
        return Npy.parse(bytes(name));
    }

    /** @param name a path such as {@code default/golden.json} */
    public static JsonElement json(String name) {
        return JsonParser.parseString(new String(bytes(name), StandardCharsets.UTF_8));
    }

    /** What is there, and how it was made. */
    public static JsonObject manifest() {
        return json("golden.json").getAsJsonObject();
    }

    /** The entries of the manifest's pictures that must decode ({@code ok}) or must not ({@code error}). */
    public static List<JsonObject> images(String expect) {
        List<JsonObject> images = new ArrayList<>();
        for (JsonElement e : manifest().getAsJsonArray("images")) {
            if (e.getAsJsonObject().get("expect").getAsString().equals(expect)) {
                images.add(e.getAsJsonObject());
            }
        }
        return images;
    }

    /**
     * A golden model's folder as files, unpacked once per JVM into a temporary folder.
     *
     * @param name such as {@code tiny-clip}
     */
    public static Path folder(String name) {
        return GoldenFolders.unpacked(name);
    }

    /** The cosine of two vectors, in double precision. */
    public static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
