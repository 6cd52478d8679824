package io.github.zsl4j.data.trained;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.data.npy.Npy;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A file of the first version of the format, and the scores that Python computes from it (read_alignment.py beside it):
 * files stay readable, by us and by others.
 */
class AlignmentGoldenTest {

    private static final EmbeddingSpace FEATURES = new EmbeddingSpace("features", 3, "network-1");
    private static final EmbeddingSpace SEMANTICS = EmbeddingSpace.of("semantics", 2);
    private static final EmbeddingSpace COMMON = EmbeddingSpace.of("common", 2);

    private static Path golden(String name) {
        try {
            return Path.of(AlignmentGoldenTest.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All kinds of parts, and two maps of semantics. */
    static TrainedModel model() {
        FunctionAlignment root = FunctionAlignment.of(FEATURES, RowFunction.SQUARE_ROOT);
        ScalingAlignment scaling = ScalingAlignment.of(
                root.target(), EmbeddingSpace.of("scaled", 3), new float[] {0.1f, -0.2f, 0.3f}, new float[] {1, 2, 0.5f
                });
        KernelAlignment kernel = KernelAlignment.of(
                EmbeddingMatrix.of(scaling.target(), new float[] {1, 0, 0, 0, 1, 1, -1, 0.5f, 0.25f, 1, 1, 1}),
                new Kernel(Kernel.Kind.COSINE, 0.4));
        TopAlignment top = TopAlignment.of(kernel.target(), 3);
        LinearAlignment out = LinearAlignment.of(
                        top.target(), EmbeddingSpace.of("out", 2), new float[] {1, -2, 0.5f, 3, -1, 0.25f, 2, 2})
                .withCentre(new float[] {0.1f, 0.2f, 0.3f, 0.1f})
                .withBias(new float[] {0.5f, -0.25f})
                .withUnitLength();
        AlignmentChain x =
                AlignmentChain.of(root, scaling, kernel, top, out, new IdentityAlignment(out.target(), COMMON));
        LinearAlignment first = LinearAlignment.of(SEMANTICS, COMMON, new float[] {1, 0.5f, -0.5f, 2});
        KernelAlignment gaussian = KernelAlignment.of(
                EmbeddingMatrix.of(SEMANTICS, new float[] {1, 1, -1, 0.5f}), new Kernel(Kernel.Kind.GAUSSIAN, 1.5));
        AlignmentChain second = AlignmentChain.of(gaussian, new IdentityAlignment(gaussian.target(), COMMON));
        Provenance provenance = new Provenance(
                "Golden", Map.of("seed", 7L), Optional.of(new DataFingerprint("aa", "bb", "cc")), "0.1.0");
        ClassTable table = new ClassTable(List.of("cat", "kéa"), classes().select(0, 1), Set.of("cat"));
        return TrainedModel.of(new SemanticAlignment(x, List.of(first, second), Similarity.DOT), provenance)
                .withClasses(table)
                .withCalibration(new ScoreCalibration(10, 0.5));
    }

    private static EmbeddingMatrix pictures() {
        return EmbeddingMatrix.of(FEATURES, new float[] {1, 2, 3, -1, 0.5f, 0, 0.25f, -4, 1, 0, 0, 0});
    }

    private static EmbeddingMatrix classes() {
        return EmbeddingMatrix.of(SEMANTICS, new float[] {1, 0, 0.5f, -1, 2, 2});
    }

    /** Wrote the file once. */
    public static void main(String[] args) {
        AlignmentFile.write(Path.of(args[0]), model());
    }

    @Test
    void readsFilesOfTheFirstVersion() {
        TrainedModel read = AlignmentFile.read(golden("version1.npz"));
        TrainedModel made = model();
        assertThat(read.provenance()).isEqualTo(made.provenance());
        assertThat(read.classes()).isEqualTo(made.classes());
        assertThat(read.calibration()).isEqualTo(made.calibration());
        assertThat(read.alignment().scores(pictures(), classes()))
                .isEqualTo(made.alignment().scores(pictures(), classes()));
    }

    /** Similarities are summed in floats, so that six digits agree. */
    @Test
    void givesTheScoresThatPythonComputesFromTheFile() {
        SemanticAlignment read = AlignmentFile.read(golden("version1.npz")).alignment();
        double[] expected = Npy.read(golden("scores.npy")).toDoubles();
        assertThat(largestDifference(read, expected)).isLessThan(1e-5);
        // The control: without either map of semantics, scores differ.
        for (int k = 0; k < 2; k++) {
            SemanticAlignment half =
                    SemanticAlignment.of(read.features(), read.semantics().get(k), Similarity.DOT);
            assertThat(largestDifference(half, expected)).isGreaterThan(0.1);
        }
    }

    private static double largestDifference(SemanticAlignment alignment, double[] expected) {
        double[][] scores = alignment.scores(pictures(), classes());
        return IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(scores[i / 3][i % 3] - expected[i]))
                .max()
                .orElseThrow();
    }
}
