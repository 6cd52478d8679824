package io.github.zsl4j.data.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.data.npy.NpzReader;
import io.github.zsl4j.data.npy.NpzWriter;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentFileTest {

    private static final ZeroShotData DATA = ZeroShotData.of(
            new Examples(
                    EmbeddingMatrix.wrap(
                            EmbeddingSpace.of("features", 2), new float[] {1, 0, 2, 1, 0, 3, 1, 4, 5, 5, 2, 2}),
                    new int[] {0, 0, 1, 1, 2, 0},
                    EmbeddingMatrix.wrap(EmbeddingSpace.of("semantics", 2), new float[] {1, 0, 0, 1, 1, 1}),
                    List.of("cat", "dog", "okapi")),
            new Splits(List.of(0, 1, 2, 3), List.of(5), List.of(4), List.of()));

    private static final ScaledTrainer METHOD =
            new ScaledTrainer(new Ridge(0.5), Scaling.CENTRE_UNIT, Scaling.CENTRE, true);

    @TempDir
    Path folder;

    private Path file;
    private TrainedModel model;

    @BeforeEach
    void fit() {
        file = folder.resolve("ridge.npz");
        model = TrainedModel.fit(METHOD, DATA).withCalibration(new ScoreCalibration(20, 0.3));
        AlignmentFile.write(file, model);
    }

    private static double[][] scores(TrainedModel model) {
        return model.alignment().scores(DATA.features(), DATA.semantics());
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> AlignmentFile.read(file))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining("train again")
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining(file + " (" + file);
    }

    /** Writes the file again with another description, whose checksums in the archive are right. */
    private void change(UnaryOperator<String> change) throws Exception {
        Path copy = Files.move(file, folder.resolve("copy.npz"));
        try (NpzReader from = NpzReader.open(copy);
                NpzWriter to = NpzWriter.create(file, true)) {
            String text = new String(from.bytes("alignment.json", 1 << 20), StandardCharsets.UTF_8);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            to.bytes("alignment.json", changed.getBytes(StandardCharsets.UTF_8));
            for (String name : from.arrays()) {
                to.array(name, from.array(name));
            }
        }
    }

    @Test
    void keepsAlignmentClassesCalibrationAndProvenance() {
        TrainedModel read = AlignmentFile.read(file);
        assertThat(scores(read)).isEqualTo(scores(model));
        ClassTable classes = read.classes().orElseThrow();
        assertThat(classes.names()).containsExactly("cat", "dog", "okapi");
        assertThat(classes.isSeen(1)).isTrue();
        assertThat(classes.isSeen(2)).isFalse();
        assertThat(classes.semantics()).isEqualTo(DATA.semantics());
        assertThat(read.calibration()).contains(new ScoreCalibration(20, 0.3));
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(read.alignment().featureSpace()).isEqualTo(DATA.features().space());
    }

    @Test
    void tellsHowItWasMade() {
        Provenance provenance = AlignmentFile.read(file).provenance();
        assertThat(provenance.method()).isEqualTo("ScaledTrainer");
        assertThat(provenance.options())
                .isEqualTo(Map.of(
                        "trainer",
                        Map.of("type", "Ridge", "lambda", 0.5),
                        "features",
                        "CENTRE_UNIT",
                        "semantics",
                        "CENTRE",
                        "unitCandidates",
                        true));
        assertThat(provenance.seed()).isEmpty();
        assertThat(provenance.library()).isNotEmpty();
        // hashlib.sha256(np.array([1, 0, 2, 1, 0, 3, 1, 4], '<f4').tobytes()) and of [0, 0, 1, 1] as '<i4'
        DataFingerprint data = provenance.data().orElseThrow();
        assertThat(data.features()).isEqualTo("19b626f655c93f04bf7f3411ce07952801bbe17028281998df95b1484e70efb5");
        assertThat(data.labels()).isEqualTo("b342c83d7060c5852f741e8e009d375103df2e1f7c76fbc512e575cd86d7b03d");
    }

    @Test
    void findsTheSeedOfAMethodWithin() {
        Map<String, Object> options = Map.of("inner", Map.of("seed", Long.MIN_VALUE));
        Provenance nested = new Provenance("A", options, Optional.empty(), "1");
        assertThat(nested.seed()).hasValue(Long.MIN_VALUE);
        AlignmentFile.write(file, TrainedModel.of(model.alignment(), nested));
        assertThat(AlignmentFile.read(file).provenance()).isEqualTo(nested);
    }

    @Test
    void replacesAFileAndLeavesNothingBeside() throws Exception {
        AlignmentFile.write(file, model);
        AlignmentFile.write(file, TrainedModel.of(model.alignment(), model.provenance()));
        assertThat(AlignmentFile.read(file).classes()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsTheOldFileWhenTheNewOneCannotBeWritten() throws Exception {
        Path nowhere = folder.resolve("none/x.npz");
        assertThatThrownBy(() -> AlignmentFile.write(nowhere, model))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(nowhere + ": the alignment file cannot be written");
        Path taken = Files.createDirectories(folder.resolve("taken/inner")).getParent();
        assertThatThrownBy(() -> AlignmentFile.write(taken, model)).isInstanceOf(ModelException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, taken);
        }
    }

    @Test
    void refusesKindsThatAreNotOfTheLibrary() {
        Alignment own = new Alignment() {
            @Override
            public EmbeddingSpace source() {
                return DATA.features().space();
            }

            @Override
            public EmbeddingSpace target() {
                return DATA.semantics().space();
            }

            @Override
            public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
                return vectors;
            }
        };
        SemanticAlignment alignment = SemanticAlignment.of(
                own,
                FunctionAlignment.of(DATA.semantics().space(), DATA.semantics().space(), RowFunction.UNIT),
                Similarity.DOT);
        TrainedModel unknown = TrainedModel.of(alignment, model.provenance());
        assertThatThrownBy(() -> AlignmentFile.write(file, unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be saved");
        assertThat(scores(AlignmentFile.read(file))).isEqualTo(scores(model));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"zsl4j-alignment\"| \"other\"| 'format' is \"other\"",
                "\"version\": 1| \"version\": 2| is of version 2, written by zsl4j",
                "\"version\": 1| \"version\": 0| 'version' is 0",
                "\"linear\"| \"convolution\"| 'convolution' is not known",
                "\"COSINE\"| \"COSINES\"| one of [COSINE, DOT,",
                "\"UNIT\"| \"UNITY\"| 'function' is \"UNITY\"",
                "\"dimension\": 2| \"dimension\": 3| float32 [2]; float32 [3] is expected",
                "\"dimension\": 2| \"dimension\": -2| at least 1 dimension",
                "\"array1\"| \"array9\"| no entry 'array9.npy'",
                "\"sha256\": \"| \"sha256\": \"0| checksum (SHA-256)",
                "\"seen\": [| \"seen\": [\"lion\",| 'lion' is not one of the classes",
                "\"scale\": 20.0| \"scale\": -1| scale must be above 0",
                "\"arrays\"| \"fields\"| 'arrays' is missing",
                "\"semantics\"| \"semantic\"| 'semantics' is"
            })
    void refusesDescriptionsThatDoNotFit(String part, String spoiled, String message) throws Exception {
        change(text -> text.replace(part, spoiled));
        assertRefused(message);
    }

    @Test
    void refusesDescriptionsThatAreNoJson() throws Exception {
        change(text -> text.substring(0, 100));
        assertRefused("not a JSON file");
    }

    @Test
    void readsArchivesThatWereCompressedAfterwards() throws Exception {
        change(text -> text + "\n"); // the copy is compressed
        assertThat(scores(AlignmentFile.read(file))).isEqualTo(scores(model));
    }

    @Test
    void refusesOtherFiles() throws Exception {
        Files.delete(file);
        assertRefused("there is no such file");
        Files.writeString(file, "text");
        assertRefused("not a .npz file");
        try (NpzWriter npz = NpzWriter.create(file, false)) {
            npz.array("a", NpyArray.of(new float[1]));
        }
        assertRefused("no entry 'alignment.json'");
    }

    @Test
    void refusesClassesOfAnotherSpace() {
        EmbeddingMatrix other = EmbeddingMatrix.wrap(EmbeddingSpace.of("other", 2), new float[2]);
        ClassTable table = new ClassTable(List.of("a"), other, Set.of());
        assertThatThrownBy(() -> model.withClasses(table)).hasMessageContaining("different spaces");
    }

    @Test
    void refusesTablesThatDoNotFit() {
        EmbeddingMatrix two = DATA.semantics().select(0, 1);
        assertThatThrownBy(() -> new ClassTable(List.of("a"), two, Set.of())).hasMessageContaining("1 names");
        assertThatThrownBy(() -> new ClassTable(List.of("a", "a"), two, Set.of()))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new ClassTable(List.of("a", "b"), two, Set.of("c")))
                .hasMessageContaining("'c'");
        assertThatThrownBy(() -> new ScoreCalibration(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreCalibration(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
