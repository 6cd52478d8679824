package io.github.zsl4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.npy.ElementType;
import io.github.zsl4j.data.npy.Npy;
import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.dataset.ZeroShotData;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataFolderTest {

    private static final float[] FEATURES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final String SPLITS = """
            {"trainval": [0, 2], "testSeen": [1, 3], "testUnseen": [4, 5], "validationClasses": ["dog"], "seed": 7}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() throws Exception {
        Npy.write(folder.resolve("features.npy"), NpyArray.of(FEATURES, 6, 2).as(ElementType.FLOAT16));
        Npy.write(folder.resolve("labels.npy"), NpyArray.of(new long[] {0, 0, 1, 1, 2, 2}));
        Npy.write(folder.resolve("semantics.npy"), NpyArray.of(new int[] {1, 0, 0, 0, 1, 0, 1, 1, 1}, 3, 3));
        write("classes.txt", "cat\ndog \nokapi\n\n");
        write("splits.json", SPLITS);
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private void assertRefused(String file, String message) {
        assertThatThrownBy(() -> DataFolder.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve(file).toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource(names = "FLOAT.*", mode = EnumSource.Mode.MATCH_ALL)
    void readsArrays(ElementType type) throws Exception {
        Npy.write(folder.resolve("features.npy"), NpyArray.of(FEATURES, 6, 2).as(type));
        ZeroShotData data = DataFolder.read(folder);
        assertThat(data.features().toArray()).containsExactly(FEATURES);
        assertThat(data.label(4)).isEqualTo(2);
        assertThat(data.semantics().row(2).toArray()).containsExactly(1, 1, 1);
        assertThat(data.classes()).containsExactly("cat", "dog", "okapi");
        assertThat(data.seenClasses()).containsExactly(0, 1);
        assertThat(data.unseenClasses()).containsExactly(2);
        assertThat(data.validationClasses()).containsExactly(1);
        assertThat(data.features().space().toString()).isEqualTo("features [2]");
        assertThat(data.semantics().space().toString()).isEqualTo("semantics [3]");
    }

    @Test
    void readsTheSpacesThatAFileTells() throws Exception {
        write("spaces.json", """
                {"features": {"name": "resnet", "dimension": 2, "identity": "abc"}, "semantics": {"name": "bert"}}""");
        ZeroShotData data = DataFolder.read(folder);
        assertThat(data.features().space().toString()).isEqualTo("resnet [2] #abc");
        assertThat(data.semantics().space().toString()).isEqualTo("bert [3]");
        write("spaces.json", "{\"features\": {\"name\": \"resnet\", \"dimension\": 2048}}");
        assertRefused("spaces.json", "'dimension' is 2048; the 2 of the vectors in this folder is expected");
    }

    @Test
    void namesTheFileThatIsAtFault() throws Exception {
        write("splits.json", SPLITS.replace("[4, 5]", "[4, 5, 0]"));
        assertRefused("splits.json", "names row 0, which has been named before");
        write("splits.json", SPLITS.replace("[0, 2]", "[0, 2, 4]").replace("[4, 5]", "[5]"));
        assertRefused("splits.json", "The unseen class 'okapi' occurs in trainval");
        write("splits.json", SPLITS.replace("\"testSeen\"", "\"test\""));
        assertRefused("splits.json", "'testSeen' is missing; a list of whole numbers is expected");
        write("splits.json", "{\"trainval\": [0");
        assertRefused("splits.json", "this is not a JSON file");
        write("classes.txt", "cat\ndog\n");
        assertRefused("classes.txt", "2 names, one on each line, but the semantics have 3 rows");
        Files.delete(folder.resolve("classes.txt"));
        assertRefused("classes.txt", "there is no such file");
    }

    @Test
    void namesTheArrayThatIsAtFault() throws Exception {
        Npy.write(folder.resolve("labels.npy"), NpyArray.of(new long[] {0, 0, 1, 1, 2, 3}));
        assertRefused("labels.npy", "Label 5 is 3; the rows of the semantics are 0 to 2");
        Npy.write(folder.resolve("labels.npy"), NpyArray.of(new double[6]));
        assertRefused("labels.npy", "found float64 [6], expected whole numbers");
        Npy.write(folder.resolve("features.npy"), NpyArray.of(new int[12], 6, 2));
        assertRefused("features.npy", "features are floats, not INT32");
        Npy.write(folder.resolve("features.npy"), NpyArray.of(FEATURES));
        assertRefused("features.npy", "expected 2 axes");
        Npy.write(folder.resolve("features.npy"), NpyArray.of(new float[0], 6, 0));
        assertRefused("features.npy", "at least 1 dimension");
        Npy.write(folder.resolve("features.npy"), NpyArray.of(new float[] {Float.NaN, 1}, 1, 2));
        assertRefused("features.npy", "value 0 is NaN");
    }

    private void writeCsv(String features, String semantics) throws Exception {
        Files.delete(folder.resolve("features.npy"));
        write("features.csv", features);
        write("semantics.csv", semantics);
    }

    private static final String PICTURES = """
            class,split,f0,f1
            cat,trainval,1,2.5
            "dog, small",validation,-3e-1,.5
            cat,testSeen,1.25,0
            okapi,testUnseen,0,1
            okapi,,9,9
            """;
    private static final String CLASSES = "name,a0\ncat,1\n\"dog, small\",2\nokapi,3\n";

    @Test
    void readsCsvWithAColumnOfSplits() throws Exception {
        writeCsv(PICTURES, CLASSES);
        ZeroShotData data = DataFolder.read(folder);
        assertThat(data.features().toArray()).containsExactly(1, 2.5f, -0.3f, 0.5f, 1.25f, 0, 0, 1, 9, 9);
        assertThat(data.classes()).containsExactly("cat", "dog, small", "okapi");
        assertThat(data.semantics().toArray()).containsExactly(1, 2, 3);
        assertThat(data.splits().trainval()).containsExactly(0, 1);
        assertThat(data.splits().testSeen()).containsExactly(2);
        assertThat(data.splits().testUnseen()).containsExactly(3);
        assertThat(data.splits().validationClasses()).containsExactly("dog, small");
    }

    @Test
    void readsCsvWithSplitsBeside() throws Exception {
        writeCsv("class,f0\ncat,1\ncat,2\ndog,3\ndog,4\nokapi,5\nokapi,6\n", "name,a0\ncat,1\ndog,2\nokapi,3\n");
        assertThat(DataFolder.read(folder).splits().testUnseen()).containsExactly(4, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-3e-1| x| , line 3, column 3: 'x' is not a finite number",
                "-3e-1| NaN| , line 3, column 3: 'NaN' is not a finite number",
                "-3e-1| 1e999| , line 3, column 3: '1e999' is not a finite number",
                "-3e-1| 1,1| , line 3: 5 columns, but 4 headings",
                "testSeen| test| the split 'test' of picture 2 is not known",
                "cat,testSeen| lion,testSeen| the class 'lion' is not one of those in semantics.csv",
                "okapi,,| okapi,trainval,| The unseen class 'okapi' occurs in trainval",
                "class,split,f0,f1| cat,trainval,1,2| the first line has numbers"
            })
    void namesLineAndColumn(String part, String spoiled, String message) throws Exception {
        writeCsv(PICTURES.replace(part, spoiled), CLASSES);
        assertRefused("features.csv", message);
    }

    @Test
    void refusesEmptyCsv() throws Exception {
        writeCsv("", CLASSES);
        assertRefused("features.csv", "a line of headings");
        write("features.csv", PICTURES);
        Files.delete(folder.resolve("semantics.csv"));
        assertRefused("semantics.csv", "there is no such file");
    }

    @Test
    void tellsWhatItLookedFor(@TempDir Path empty) throws Exception {
        assertThatThrownBy(() -> DataFolder.read(empty))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("features.npy + labels.npy", "res101.mat + att_splits.mat", "features.csv");
        Path file = Files.createFile(empty.resolve("f"));
        assertThatThrownBy(() -> DataFolder.read(file)).hasMessageContaining("this is a file");
        assertThatThrownBy(() -> DataFolder.read(empty.resolve("x"))).hasMessageContaining("there is no such folder");
    }

    @Test
    void refusesSeveralLayouts() throws Exception {
        write("features.csv", PICTURES);
        assertThatThrownBy(() -> DataFolder.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("files of several layouts");
    }
}
