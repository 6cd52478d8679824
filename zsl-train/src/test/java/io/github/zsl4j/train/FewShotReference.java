package io.github.zsl4j.train;

import com.google.gson.JsonObject;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.stream.IntStream;

/** The data and the results of {@code make_fewshot_goldens.py}. */
public final class FewShotReference {

    public static final int EACH = 12;
    private static final int SEEN = 24;
    private static final int UNSEEN = 12;
    private static final EmbeddingMatrix FEATURES = Reference.matrix("fewshot_features");
    private static final JsonObject GOLDENS = Reference.json("fewshot_goldens.json");

    private FewShotReference() {}

    /** A part of the results, such as {@code trained}. */
    public static JsonObject goldens(String part) {
        return GOLDENS.getAsJsonObject(part);
    }

    /** Pictures of the classes to train with. */
    public static EmbeddingMatrix training() {
        return FEATURES.select(IntStream.range(0, SEEN * EACH).toArray());
    }

    /** Their classes. */
    public static int[] trainingLabels() {
        return labels(SEEN);
    }

    /** The same labels for other pictures: nothing can be learned. */
    public static int[] exchangedLabels() {
        return IntStream.range(0, SEEN * EACH).map(i -> i % SEEN).toArray();
    }

    /** Pictures of other classes. */
    public static EmbeddingMatrix others() {
        return FEATURES.select(
                IntStream.range(SEEN * EACH, (SEEN + UNSEEN) * EACH).toArray());
    }

    /** Their classes. */
    public static int[] otherLabels() {
        return labels(UNSEEN);
    }

    private static int[] labels(int classes) {
        return IntStream.range(0, classes * EACH).map(i -> i / EACH).toArray();
    }
}
