package io.github.zsl4j.aligned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.Models;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.testkit.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlignedModelTest {

    private static final Path CALTECH = Path.of("..", "data", "caltech101");
    private static final JointModel BASE = Models.shared().parts();
    private static final EmbeddingSpace COMMON = EmbeddingSpace.of("common", 4);

    /** Random maps: what matters here is what goes into them, and what becomes of the scores. */
    private static SemanticAlignment alignment(EmbeddingSpace semantics) {
        return SemanticAlignment.of(map(BASE.features().space(), 1), map(semantics, 2), Similarity.COSINE);
    }

    private static LinearAlignment map(EmbeddingSpace from, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[from.dimension() * COMMON.dimension()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return LinearAlignment.of(from, COMMON, weights);
    }

    private static ClassTable table(EmbeddingSpace semantics) {
        EmbeddingMatrix rows = EmbeddingMatrix.wrap(semantics, new float[2 * semantics.dimension()]);
        float[] values = rows.toArray();
        values[0] = 1;
        values[semantics.dimension() + 1] = 1;
        return new ClassTable(List.of("seen", "other"), EmbeddingMatrix.wrap(semantics, values), Set.of("seen"));
    }

    private static ZeroShotModel model(EmbeddingSpace semantics, double constant) {
        AlignedModel aligned =
                AlignedModel.of(BASE, alignment(semantics), table(semantics), new ScoreCalibration(10, constant));
        return ZeroShotModel.of(aligned, ModelOptions.defaults());
    }

    private static Ranking ranking(double constant, String... labels) {
        return model(BASE.semantics().space(), constant)
                .classifier(labels)
                .classify(Path.of("..", "docs", "pictures", "cat.jpg"));
    }

    private static double score(Ranking ranking, String label) {
        return ranking.entries().stream()
                .filter(entry -> entry.label().equals(label))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void takesTheConstantFromSeenClassesOnly() {
        double plain = score(ranking(0, "seen", "other"), "seen");
        assertThat(score(ranking(0.25, "seen", "other"), "seen")).isCloseTo(plain - 0.25, within(1e-9));
        assertThat(score(ranking(0.25, "seen", "other"), "other"))
                .isEqualTo(score(ranking(0, "seen", "other"), "other"));
    }

    @Test
    void readsClassesThatTheTableDoesNotHave() {
        assertThat(ranking(0.25, "seen", "accordion").entries()).hasSize(2);
        assertThat(score(ranking(0, "accordion"), "accordion")).isNotEqualTo(score(ranking(0, "other"), "other"));
    }

    @Test
    void refusesOtherClassesWhereNamesDoNotTellTheSemantics() {
        ZeroShotModel attributes = model(EmbeddingSpace.of("attributes", 5), 0);
        assertThat(attributes.classifier("other", "seen").labels()).containsExactly("other", "seen");
        assertThatThrownBy(() -> attributes.classifier("accordion"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'accordion' is not among the 2 classes");
    }

    @Test
    void refusesAlignmentsOfOtherFeatures() {
        EmbeddingSpace other = EmbeddingSpace.of("other features", 7);
        SemanticAlignment wrong =
                SemanticAlignment.of(map(other, 1), map(BASE.semantics().space(), 2), Similarity.COSINE);
        ClassTable table = table(BASE.semantics().space());
        assertThatThrownBy(() -> AlignedModel.of(BASE, wrong, table, new ScoreCalibration(1, 0)))
                .hasMessageContaining("other features");
    }

    /** The benchmark's semantics were made with sentence-transformers; see data/caltech101/README.md. */
    @Test
    void semanticsAreThoseOfTheBenchmark() throws IOException {
        List<String> names = Files.readAllLines(CALTECH.resolve("classes.txt"));
        float[] expected =
                Npy.parse(Files.readAllBytes(CALTECH.resolve("semantics.npy"))).values();
        Prototypes prototypes = BASE.semantics().prototypes(ClassDescription.ofLabels(names.toArray(String[]::new)));
        EmbeddingMatrix rows = EmbeddingMatrix.wrap(prototypes.space(), expected);
        for (int c = 0; c < names.size(); c++) {
            Embedding own = prototypes.vectors().row(c);
            assertThat(Similarity.COSINE.between(own, rows.row(c)))
                    .as(names.get(c))
                    .isGreaterThan(0.9999);
            // The control: another class's are others.
            assertThat(Similarity.COSINE.between(own, rows.row((c + 1) % names.size())))
                    .isLessThan(0.9);
        }
    }
}
