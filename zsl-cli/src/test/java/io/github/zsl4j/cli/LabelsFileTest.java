package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.prototype.ClassDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsFileTest {

    @TempDir
    private Path folder;

    private List<ClassDescription> read(String text) throws IOException {
        return LabelsFile.read(Files.writeString(folder.resolve("labels.txt"), text));
    }

    @Test
    void everyLineIsALabelCommasIncluded() throws IOException {
        assertThat(read("cat\ncup, with saucer\r\n dog \n"))
                .containsExactly(
                        ClassDescription.of("cat"),
                        ClassDescription.of("cup, with saucer"),
                        ClassDescription.of("dog"));
    }

    @Test
    void descriptionsFollowAfterTabs() throws IOException {
        assertThat(read("cat\ta small feline\t\ta pet that purrs\n"))
                .containsExactly(ClassDescription.of("cat", "a small feline", "a pet that purrs"));
    }

    @Test
    void blankLinesAndAByteOrderMarkAreSkipped() throws IOException {
        assertThat(read("\uFEFF\n \ncat\n\n")).containsExactly(ClassDescription.of("cat"));
    }

    @Test
    void aLineWithoutLabelIsRefused() {
        assertThatThrownBy(() -> read("cat\n\ta description\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("starts with a tab");
    }

    @Test
    void anEmptyFileHasNoLabels() throws IOException {
        assertThat(read("\n")).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> LabelsFile.read(folder.resolve("none.txt")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none.txt: there is no such file");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> LabelsFile.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("latin.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LabelsFile.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("latin.txt: is not text in UTF-8");
    }

    @Test
    void theProgramRefusesAFileWithoutLabels() throws IOException {
        Path file = Files.writeString(folder.resolve("labels.txt"), "\n");
        Cli.Result result = Cli.run(Cli::none, "classify", "x.jpg", "--labels-file", file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(file.toString()).hasLineCount(1);
    }
}
