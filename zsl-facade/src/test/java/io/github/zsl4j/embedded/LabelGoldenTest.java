package io.github.zsl4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.Models;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.testkit.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What labels are read as and turned into, against the reference implementation (double precision). */
class LabelGoldenTest {

    /** The text encoder runs on another runtime here. */
    private static final double TOLERANCE = 1e-4;

    private final SynthesisedClasses classes = ((DefaultModel) Models.shared().parts()).synthesis();

    /** Groups that the public way reads: not blank (refused), and with the lexicon. */
    static Stream<JsonObject> groups() {
        return Golden.json("default/golden.json").getAsJsonObject().getAsJsonArray("text_groups").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(g -> !g.has("wordnet"))
                .filter(g -> g.getAsJsonArray("labels").asList().stream()
                        .noneMatch(l -> l.getAsString().isBlank()));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void readsLabelsAsTheReferenceDoes(JsonObject group) {
        List<ClassReading> readings = classes.read(descriptions(group));
        for (int i = 0; i < readings.size(); i++) {
            JsonObject expected = expected(group, i);
            assertThat(readings.get(i).texts()).isEqualTo(strings(expected, "texts"));
            List<Double> weights = new ArrayList<>();
            expected.getAsJsonArray("spans")
                    .forEach(span -> span.getAsJsonArray()
                            .forEach(s -> weights.add(s.getAsJsonArray().get(1).getAsDouble())));
            assertThat(readings.get(i).senses()).hasSameSizeAs(weights);
            for (int s = 0; s < weights.size(); s++) {
                assertThat(readings.get(i).senses().get(s).weight()).isCloseTo(weights.get(s), within(TOLERANCE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void synthesisesThePrototypesOfTheReference(JsonObject group) {
        EmbeddingMatrix own = classes.ownPrototypes(descriptions(group));
        double[][] kernel = classes.kernel(descriptions(group));
        for (int i = 0; i < own.rows(); i++) {
            assertThat(worst(expected(group, i), kernel[i], own.row(i).toArray()))
                    .isLessThan(TOLERANCE);
            double norm = expected(group, i).get("norm").getAsDouble();
            assertThat(own.row(i).norm()).isCloseTo(norm, within(1e-3 * norm));
        }
    }

    /** Negative control: labels read one by one, without the context of their list, are not the reference's. */
    @Test
    void wouldNoticeAMissingContext() {
        double worst = groups().filter(g -> g.getAsJsonArray("labels").size() > 1)
                .mapToDouble(this::worstWithoutContext)
                .max()
                .orElseThrow();
        assertThat(worst).isGreaterThan(100 * TOLERANCE);
    }

    private double worstWithoutContext(JsonObject group) {
        double worst = 0;
        List<ClassDescription> all = descriptions(group);
        for (int i = 0; i < all.size(); i++) {
            List<ClassDescription> one = List.of(all.get(i));
            float[] own = classes.ownPrototypes(one).row(0).toArray();
            worst = Math.max(worst, worst(expected(group, i), classes.kernel(one)[0], own));
        }
        return worst;
    }

    private static double worst(JsonObject expected, double[] kernel, float[] prototype) {
        double worst = 0;
        for (JsonElement e : expected.getAsJsonArray("kernel_top5")) {
            int j = e.getAsJsonArray().get(0).getAsInt();
            worst = Math.max(
                    worst, Math.abs(kernel[j] - e.getAsJsonArray().get(1).getAsDouble()));
        }
        double norm = 0;
        for (float v : prototype) {
            norm += (double) v * v;
        }
        for (int x = 0; x < 8; x++) {
            double reference = expected.getAsJsonArray("prototype8").get(x).getAsDouble();
            worst = Math.max(worst, Math.abs(prototype[x] / Math.sqrt(norm) - reference));
        }
        return worst;
    }

    private static JsonObject expected(JsonObject group, int i) {
        return group.getAsJsonArray("expected").get(i).getAsJsonObject();
    }

    private static List<String> strings(JsonObject object, String name) {
        List<String> result = new ArrayList<>();
        object.getAsJsonArray(name).forEach(e -> result.add(e.getAsString()));
        return result;
    }

    static List<ClassDescription> descriptions(JsonObject group) {
        List<String> labels = strings(group, "labels");
        List<ClassDescription> result = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            List<String> texts = new ArrayList<>();
            if (group.has("descriptions")
                    && group.getAsJsonArray("descriptions").get(i).isJsonArray()) {
                group.getAsJsonArray("descriptions").get(i).getAsJsonArray().forEach(t -> texts.add(t.getAsString()));
            }
            result.add(new ClassDescription(labels.get(i), texts));
        }
        return result;
    }
}
