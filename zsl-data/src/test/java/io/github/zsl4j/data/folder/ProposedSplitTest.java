package io.github.zsl4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.folder.ProposedSplit.Attributes;
import io.github.zsl4j.dataset.ZeroShotData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that SciPy wrote; make_mat.py beside them tells what they hold. */
class ProposedSplitTest {

    @TempDir
    Path folder;

    private static Path golden(String name) {
        try {
            return Path.of(ProposedSplitTest.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ZeroShotData read(String features, String splits, Attributes attributes) {
        return ProposedSplit.read(golden(features + "_res101.mat"), golden(splits + "_att_splits.mat"), attributes);
    }

    @ParameterizedTest
    @CsvSource({"plain, plain", "compressed, compressed", "single, plain"})
    void readsFeaturesLabelsAttributesAndSplits(String features, String splits) {
        ZeroShotData data = read(features, splits, Attributes.ORIGINAL);
        assertThat(data.features().rows()).isEqualTo(10);
        // Column i of arange(30).reshape(3, 10) / 4 - 2.
        assertThat(data.features().row(1).toArray()).containsExactly(-1.75f, 0.75f, 3.25f);
        assertThat(data.features().row(9).toArray()).containsExactly(0.25f, 2.75f, 5.25f);
        assertThat(data.label(0)).isZero();
        assertThat(data.label(9)).isEqualTo(4);
        assertThat(data.semantics().row(3).toArray()).containsExactly(5, 12);
        assertThat(data.classes()).containsExactly("grizzly+bear", "001.Black_footed_Albatross", "kéa", "", "z");
        assertThat(data.splits().trainval()).containsExactly(0, 2, 4);
        assertThat(data.splits().testSeen()).containsExactly(1, 3, 5);
        assertThat(data.splits().testUnseen()).containsExactly(6, 7, 8, 9);
        assertThat(data.splits().validationClasses()).containsExactly("001.Black_footed_Albatross");
        assertThat(data.features().space().name()).isEqualTo("features");
    }

    @Test
    void takesAttributesOfLengthOneUnlessToldOtherwise() throws Exception {
        Files.copy(golden("plain_res101.mat"), folder.resolve("res101.mat"));
        Files.copy(golden("plain_att_splits.mat"), folder.resolve("att_splits.mat"));
        assertThat(DataFolder.read(folder).semantics().row(0).toArray()).containsExactly(0.6f, 0.8f);
    }

    @Test
    void hasNoValidationClassesWithoutTheirPictures() {
        assertThat(read("plain", "without", Attributes.UNIT).validationClasses())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mixed, ORIGINAL, unseen class '001.Black_footed_Albatross' occurs in trainval",
        "outside, ORIGINAL, 'trainval_loc' has the value 0.0; a whole number from 1 to 10",
        "wrong, UNIT, 'att' is",
        "wrong, ORIGINAL, a cell array of texts is expected"
    })
    void namesFileAndVariable(String splits, Attributes attributes, String message) {
        assertThatThrownBy(() -> read("plain", splits, attributes))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(golden(splits + "_att_splits.mat") + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesOtherFiles() throws Exception {
        Path splits = golden("plain_att_splits.mat");
        assertThatThrownBy(() -> ProposedSplit.read(splits, splits, Attributes.UNIT))
                .hasMessageContaining("'features' is missing");
        assertThatThrownBy(() -> ProposedSplit.read(folder)).hasMessageContaining("there is no such file");
        Path text = Files.writeString(folder.resolve("res101.mat"), "text");
        assertThatThrownBy(() -> ProposedSplit.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(text + ": this is not a MATLAB file");
    }

    @Test
    void tellsHowToConvertVersion73() throws Exception {
        byte[] file = new byte[600];
        byte[] head = "MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        Files.write(folder.resolve("res101.mat"), file);
        assertThatThrownBy(() -> ProposedSplit.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("7.3", "-v7", "savemat");
    }

    /** 80 MB of zeros in 80 kB. */
    @Test
    void refusesFilesThatExpandBeyondMeasure() {
        assertThatThrownBy(() -> read("bomb", "plain", Attributes.UNIT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("100 times its size");
    }

    /** The format has no checksum; damage is either not seen or told with the file's name, never anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "compressed"})
    void readsOrRefusesDamagedFiles(String kind) throws Exception {
        byte[] good = Files.readAllBytes(golden(kind + "_att_splits.mat"));
        Path file = folder.resolve("att_splits.mat");
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bad = i % 3 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            try {
                ProposedSplit.read(golden("plain_res101.mat"), file, Attributes.UNIT);
            } catch (DataException e) {
                refused++;
                assertThat(e.getMessage()).contains(".mat: ");
            }
        }
        assertThat(refused).isGreaterThan(90);
    }
}
