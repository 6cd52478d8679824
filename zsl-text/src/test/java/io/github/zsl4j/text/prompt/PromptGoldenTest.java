package io.github.zsl4j.text.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ensembles as NumPy computes them; {@code make_prompt_golden.py} made the numbers. */
class PromptGoldenTest {

    /** Unit vectors in floats. */
    private static final double TOLERANCE = 1e-5;

    private static final JsonObject GOLDEN = JsonParser.parseReader(new InputStreamReader(
                    PromptGoldenTest.class.getResourceAsStream("prompt_golden.json"), StandardCharsets.UTF_8))
            .getAsJsonObject();

    private static List<String> strings(JsonArray array) {
        List<String> strings = new ArrayList<>();
        array.forEach(e -> strings.add(e.getAsString()));
        return strings;
    }

    private static final List<String> LABELS = strings(GOLDEN.getAsJsonArray("labels"));

    private static EmbeddingMatrix ensemble(PromptTemplates templates) {
        PromptedClasses classes = new PromptedClasses(new HashedTexts(), templates, PromptPooling.MEAN);
        Prototypes prototypes =
                classes.prototypes(LABELS.stream().map(ClassDescription::of).toList());
        assertThat(prototypes.labels()).isEqualTo(LABELS);
        return prototypes.vectors();
    }

    /** The largest difference of any component of the first rows. */
    private static double deviation(EmbeddingMatrix actual, String key) {
        JsonArray expected = GOLDEN.getAsJsonArray(key);
        double worst = 0;
        for (int i = 0; i < expected.size(); i++) {
            JsonArray row = expected.get(i).getAsJsonArray();
            for (int j = 0; j < row.size(); j++) {
                worst = Math.max(
                        worst, Math.abs(actual.row(i).get(j) - row.get(j).getAsDouble()));
            }
        }
        return worst;
    }

    /** The largest difference of any row's dot product with (1, 1/2, 1/3, …). */
    private static double deviationOfSums(EmbeddingMatrix actual) {
        JsonArray sums = GOLDEN.getAsJsonArray("sums");
        assertThat(actual.rows()).isEqualTo(sums.size()).isEqualTo(1000);
        double worst = 0;
        for (int i = 0; i < actual.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < actual.dimension(); j++) {
                sum += actual.row(i).get(j) / (1.0 + j);
            }
            worst = Math.max(worst, Math.abs(sum - sums.get(i).getAsDouble()));
        }
        return worst;
    }

    @Test
    void averagesEightyTemplatesOfAThousandLabels() {
        EmbeddingMatrix actual = ensemble(PromptTemplates.CLIP_IMAGENET);
        assertThat(deviation(actual, "rows")).isLessThan(TOLERANCE);
        assertThat(deviationOfSums(actual)).isLessThan(TOLERANCE);
    }

    /** The mistake that the reference data must show: long vectors outweigh short ones. */
    private static EmbeddingMatrix averagedBeforeNormalising() {
        Encoder<String> encoder = new HashedTexts();
        int d = HashedTexts.DIMENSION;
        float[] means = new float[LABELS.size() * d];
        for (int i = 0; i < LABELS.size(); i++) {
            float[] all = encoder.encodeAll(PromptTemplates.CLIP_IMAGENET.fill(LABELS.get(i)))
                    .toArray();
            for (int k = 0; k < all.length; k++) {
                means[i * d + k % d] += all[k];
            }
        }
        return EmbeddingMatrix.wrap(encoder.space(), means).unit();
    }

    @Test
    void wouldNoticeAveragingBeforeNormalising() {
        assertThat(deviation(averagedBeforeNormalising(), "rows")).isGreaterThan(100 * TOLERANCE);
        assertThat(deviationOfSums(averagedBeforeNormalising())).isGreaterThan(100 * TOLERANCE);
    }

    @Test
    void wouldNoticeAMissingTemplate() {
        List<String> most = PromptTemplates.CLIP_IMAGENET.templates().subList(0, 79);
        assertThat(deviation(ensemble(new PromptTemplates(most)), "rows")).isGreaterThan(100 * TOLERANCE);
    }

    @Test
    void weighsDescriptionsAsTheReference() {
        EmbeddingMatrix described = described(PromptPooling.MEAN).vectors();
        assertThat(deviation(described, "described")).isLessThan(TOLERANCE);
        assertThat(deviation(described, "rows")).isGreaterThan(100 * TOLERANCE);
    }

    private static Prototypes described(PromptPooling pooling) {
        JsonArray texts = GOLDEN.getAsJsonArray("descriptions");
        List<ClassDescription> classes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            classes.add(new ClassDescription(LABELS.get(i), strings(texts.get(i).getAsJsonArray())));
        }
        return new PromptedClasses(new HashedTexts(), PromptTemplates.CLIP_IMAGENET, pooling).prototypes(classes);
    }

    @Test
    void keepsTheNamesPrototypeWhenDescriptionsHaveTheirOwn() {
        Prototypes prototypes = described(PromptPooling.LOG_SUM_EXP);
        int[] first = new int[12];
        for (int c = 0; c < first.length; c++) {
            first[c] = prototypes.components(c).get(0).row();
        }
        assertThat(deviation(prototypes.vectors().select(first), "rows")).isLessThan(TOLERANCE);
    }

    private static String sha256(PromptTemplates templates) throws Exception {
        byte[] text = String.join("\n", templates.templates()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }

    @Test
    void hasTheTemplatesOfOpenClipToTheLetter() throws Exception {
        JsonObject expected = GOLDEN.getAsJsonObject("sha256");
        assertThat(sha256(PromptTemplates.CLIP_IMAGENET))
                .isEqualTo(expected.get("imagenet").getAsString());
        assertThat(sha256(PromptTemplates.CLIP_IMAGENET_BEST))
                .isEqualTo(expected.get("best").getAsString());
        assertThat(sha256(PromptTemplates.CLIP_CIFAR))
                .isNotEqualTo(expected.get("best").getAsString());
    }
}
