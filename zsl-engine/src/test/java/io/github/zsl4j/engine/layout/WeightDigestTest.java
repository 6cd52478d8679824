package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightDigestTest {

    /** SHA-256 of "abc", from FIPS 180-2. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void makeModel() throws IOException {
        model = write("model.onnx", "abc");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String digest() {
        return WeightDigest.of(List.of(model));
    }

    @Test
    void isSha256OfTheFile() {
        assertThat(WeightDigest.sha256(model)).isEqualTo(ABC);
    }

    /** {@code hashlib.sha256(ABC.encode()).hexdigest()[:16]} */
    @Test
    void isTheBeginningOfADigestOfDigests() {
        assertThat(digest()).isEqualTo("dfe7a23fefeea519");
    }

    @Test
    void changesWithTheContentButNotWithTheName() throws Exception {
        assertThat(WeightDigest.of(List.of(write("other.onnx", "abc")))).isEqualTo(digest());
        assertThat(WeightDigest.of(List.of(write("other.onnx", "abd")))).isNotEqualTo(digest());
    }

    @Test
    void changesWithTheOrderAndTheNumberOfFiles() throws Exception {
        Path text = write("text.onnx", "def");
        String both = WeightDigest.of(List.of(model, text));
        assertThat(WeightDigest.of(List.of(text, model))).isNotEqualTo(both);
        assertThat(digest()).isNotEqualTo(both);
    }

    @Test
    void countsTheDataBesideAFile() throws Exception {
        String alone = digest();
        for (String name : List.of("model.onnx_data", "model.onnx.data", "model.onnx_data_1", "model.onnx_data_2")) {
            String before = digest();
            write(name, "1");
            String with = digest();
            assertThat(with).as(name).isNotEqualTo(before);
            write(name, "2");
            assertThat(digest()).as(name).isNotEqualTo(with);
        }
        write("model.onnx_data_9", "of no network");
        String before = digest();
        write("model.onnx_data_9", "still");
        assertThat(digest()).isEqualTo(before).isNotEqualTo(alone);
    }

    /** The hub's cache calls large files by their digest and links to them. */
    @Test
    void trustsANameThatIsADigest() throws Exception {
        Path blob = write("0".repeat(64), "this is not read");
        Path link = folder.resolve("linked.onnx");
        try {
            Files.createSymbolicLink(link, blob);
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(false).as("links cannot be made here").isTrue();
        }
        assertThat(WeightDigest.sha256(link)).isEqualTo("0".repeat(64));
        Path other = write("0".repeat(63), "abc");
        assertThat(WeightDigest.sha256(other)).isEqualTo(ABC);
    }

    @Test
    void readsLargeFilesWhole() throws Exception {
        byte[] large = new byte[3_000_000];
        String before = WeightDigest.of(List.of(Files.write(folder.resolve("l"), large)));
        large[large.length - 1] = 1;
        assertThat(WeightDigest.of(List.of(Files.write(folder.resolve("l"), large))))
                .isNotEqualTo(before);
    }

    @Test
    void namesAFileThatCannotBeRead() {
        for (Path wrong : List.of(folder.resolve("none"), folder)) {
            assertThatThrownBy(() -> WeightDigest.of(List.of(wrong)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(wrong + ": cannot be read (");
        }
    }
}
