package io.github.zsl4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.Models;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.testkit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Probabilities of real pictures' features, against the reference implementation. */
class ProbabilityGoldenTest {

    private static final double TOLERANCE = 1e-4;

    private final DefaultModel model = (DefaultModel) Models.shared().parts();

    static Stream<JsonObject> cases() {
        return Golden.json("default/golden.json").getAsJsonObject().getAsJsonArray("image_cases").asList().stream()
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void getsTheProbabilitiesOfTheReference(JsonObject expected) {
        Prototypes prototypes = model.classes().prototypes(LabelGoldenTest.descriptions(expected));
        for (int c = 0; c < prototypes.labels().size(); c++) {
            assertThat(prototypes.components(c))
                    .hasSize(expected.getAsJsonArray("prototype_count").get(c).getAsInt());
        }
        assertThat(worst(expected, prototypes, centredFeatures())).isLessThan(TOLERANCE);
    }

    /** Negative control: without the mixture, hypernyms get other probabilities. */
    @Test
    void wouldNoticeAMissingMixture() {
        JsonObject expected = cases().skip(1).findFirst().orElseThrow();
        var descriptions = LabelGoldenTest.descriptions(expected);
        Prototypes own = Prototypes.of(
                descriptions.stream().map(d -> d.label()).toList(),
                model.synthesis().ownPrototypes(descriptions));
        assertThat(worst(expected, own, centredFeatures())).isGreaterThan(100 * TOLERANCE);
    }

    /** Negative control: features that were not centred get other probabilities. */
    @Test
    void wouldNoticeMissingCentring() {
        JsonObject expected = cases().findFirst().orElseThrow();
        Prototypes prototypes = model.classes().prototypes(LabelGoldenTest.descriptions(expected));
        float[] raw = Golden.npy("default/golden_features.npy").values();
        EmbeddingMatrix features = EmbeddingMatrix.of(DefaultModel.SPACE, raw);
        assertThat(worst(expected, prototypes, features)).isGreaterThan(100 * TOLERANCE);
    }

    private EmbeddingMatrix centredFeatures() {
        float[] values = Golden.npy("default/golden_features.npy").values();
        float[] mean = ((CentredImages) model.images()).mean();
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % mean.length];
        }
        return EmbeddingMatrix.wrap(DefaultModel.SPACE, values);
    }

    private double worst(JsonObject expected, Prototypes prototypes, EmbeddingMatrix features) {
        double[][] scores = new PrototypeRanker(prototypes, model.similarity(), model.calibration()).scores(features);
        double worst = 0;
        for (int i = 0; i < scores.length; i++) {
            double[] p = model.calibration().probabilities(scores[i]);
            for (int c = 0; c < p.length; c++) {
                double reference = expected.getAsJsonArray("probabilities")
                        .get(i)
                        .getAsJsonArray()
                        .get(c)
                        .getAsDouble();
                worst = Math.max(worst, Math.abs(p[c] - reference));
            }
        }
        return worst;
    }
}
