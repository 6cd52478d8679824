package io.github.zsl4j.train;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.evaluate.ConfusionMatrix;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.testkit.Npy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** The data and the results of {@code make_goldens.py}. */
public final class Reference {

    public static final int SEEN = 24;
    public static final int UNSEEN = 8;
    public static final int TRAIN = 12;
    public static final int TEST = 15;

    private static final EmbeddingMatrix FEATURES = matrix("features");
    private static final EmbeddingMatrix SEMANTICS = matrix("semantics");
    private static final JsonObject GOLDENS = json("goldens.json");

    private Reference() {}

    static byte[] bytes(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/io/github/zsl4j/train/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddingMatrix matrix(String name) {
        Npy npy = Npy.parse(bytes(name + ".npy"));
        return EmbeddingMatrix.wrap(EmbeddingSpace.of(name, npy.shape()[1]), npy.values());
    }

    public static JsonObject json(String name) {
        return JsonParser.parseString(new String(bytes(name), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    /** A part of the results, such as {@code losses}. */
    public static JsonObject goldens(String part) {
        return GOLDENS.getAsJsonObject(part);
    }

    /** A part of the results of {@code make_generation_goldens.py}. */
    public static JsonObject generation(String part) {
        return json("generation_goldens.json").getAsJsonObject(part);
    }

    /** All results. */
    public static JsonObject goldens() {
        return GOLDENS;
    }

    /** The pictures of seen classes. */
    public static TrainingSet training() {
        return training(IntStream.range(0, SEEN).toArray());
    }

    /** The same with the semantics of other classes, as the control of the script. */
    public static TrainingSet exchanged() {
        return training(IntStream.range(0, SEEN).map(c -> (7 * c + 3) % SEEN).toArray());
    }

    private static TrainingSet training(int[] classes) {
        int n = SEEN * TRAIN;
        return TrainingSet.of(
                FEATURES.select(IntStream.range(0, n).toArray()),
                IntStream.range(0, n).map(i -> i / TRAIN).toArray(),
                SEMANTICS.select(classes));
    }

    /** The pictures of unseen classes. */
    public static EmbeddingMatrix pictures() {
        return FEATURES.select(IntStream.range(SEEN * TRAIN, FEATURES.rows()).toArray());
    }

    /** The classes of {@link #pictures}. */
    public static int[] labels() {
        return IntStream.range(0, UNSEEN * TEST).map(i -> i / TEST).toArray();
    }

    /** The semantics of unseen classes. */
    public static EmbeddingMatrix candidates() {
        return SEMANTICS.select(IntStream.range(SEEN, SEEN + UNSEEN).toArray());
    }

    /** The accuracy on unseen classes, among themselves. */
    public static double accuracy(SemanticAlignment alignment) {
        return ConfusionMatrix.of(LabelledScores.of(alignment.scores(pictures(), candidates()), labels()))
                .meanPerClassAccuracy();
    }
}
