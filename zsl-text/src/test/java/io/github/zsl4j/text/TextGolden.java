package io.github.zsl4j.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A model's folder with some texts and what Python makes of them.
 *
 * @param folder of the model
 * @param texts row by row
 * @param ids tokens of every text
 * @param vectors of every text
 */
record TextGolden(ModelFolder folder, List<String> texts, List<long[]> ids, Npy vectors) {

    /** Another runtime adds in another order; padding, pooling or tokens gone wrong cost far more. */
    static final double COSINE = 0.9999;

    /** The same for the length of a vector. */
    private static final double LENGTH = 1e-3;

    /** A model of the testkit, with its 40 texts. */
    static TextGolden shared(String model) {
        List<String> texts = new ArrayList<>();
        for (JsonElement e : Golden.json("golden/texts.json").getAsJsonArray()) {
            texts.add(e.getAsJsonObject().get("text").getAsString());
        }
        return new TextGolden(
                ModelFolder.of(Golden.folder(model)),
                texts,
                sharedIds(model),
                Golden.npy("golden/txt_" + model + ".npy"));
    }

    /** The tokens of the testkit's texts. */
    static List<long[]> sharedIds(String tokenizer) {
        List<long[]> ids = new ArrayList<>();
        for (JsonElement e : Golden.json("golden/texts.json").getAsJsonArray()) {
            ids.add(longs(e.getAsJsonObject().getAsJsonObject("ids").getAsJsonArray(tokenizer)));
        }
        return ids;
    }

    /** A model of this package's folder {@code families}, with the vectors of one kind. */
    static TextGolden family(String model, String kind) {
        JsonObject golden = familyJson();
        List<long[]> ids = golden.getAsJsonObject(model).getAsJsonArray("ids").asList().stream()
                .map(e -> longs(e.getAsJsonArray()))
                .toList();
        List<String> texts = golden.getAsJsonArray("texts").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        try {
            byte[] vectors = Files.readAllBytes(path(model + "." + kind + ".npy"));
            return new TextGolden(ModelFolder.of(path(model)), texts, ids, Npy.parse(vectors));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonObject familyJson() {
        try {
            return JsonParser.parseString(Files.readString(path("golden.json"))).getAsJsonObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Path path(String file) {
        try {
            return Path.of(TextGolden.class.getResource("families/" + file).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static long[] longs(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonElement::getAsLong)
                .toArray();
    }

    TextEncoder open(TextEncoderOptions options) {
        return TextEncoder.load(folder, options);
    }

    /** The texts whose tokens are not the expected ones. */
    List<String> wrongIds(TextEncoder encoder) {
        return IntStream.range(0, texts.size())
                .filter(i -> !Arrays.equals(encoder.tokenIds(texts.get(i)), ids.get(i)))
                .mapToObj(texts::get)
                .toList();
    }

    /** The texts whose vectors point elsewhere or have another length. */
    List<String> wrong(EmbeddingMatrix found) {
        return IntStream.range(0, texts.size())
                .filter(i -> !alike(found.row(i).toArray(), vectors.row(i)))
                .mapToObj(texts::get)
                .toList();
    }

    private static boolean alike(float[] found, float[] expected) {
        return found.length == expected.length
                && Golden.cosine(found, expected) >= COSINE
                && Math.abs(norm(found) / norm(expected) - 1) <= LENGTH;
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        return Math.sqrt(squares);
    }
}
