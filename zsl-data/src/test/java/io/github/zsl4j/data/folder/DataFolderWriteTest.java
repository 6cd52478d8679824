package io.github.zsl4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderWriteTest {

    @TempDir
    Path folder;

    private static ZeroShotData data(String firstClass) {
        EmbeddingMatrix features = EmbeddingMatrix.wrap(
                new EmbeddingSpace("network", 2, "abc"), new float[] {1, 2, 3, 0.1f, -5e-7f, 6, 7, 8});
        EmbeddingMatrix semantics = EmbeddingMatrix.wrap(EmbeddingSpace.of("words", 1), new float[] {1, 2, 3});
        Examples examples =
                new Examples(features, new int[] {0, 1, 1, 2}, semantics, List.of(firstClass, "Katze, ä", "x"));
        return ZeroShotData.of(examples, new Splits(List.of(0, 1), List.of(2), List.of(3), List.of("Katze, ä")));
    }

    @Test
    void readsWhatItWrote() {
        ZeroShotData expected = data("dog");
        Path target = folder.resolve("new/benchmark");
        DataFolder.write(target, expected);
        ZeroShotData found = DataFolder.read(target);
        assertThat(found.features()).isEqualTo(expected.features());
        assertThat(found.semantics()).isEqualTo(expected.semantics());
        assertThat(found.classes()).isEqualTo(expected.classes());
        assertThat(found.splits()).isEqualTo(expected.splits());
        assertThat(found.label(3)).isEqualTo(2);
    }

    @Test
    void refusesNamesThatAreNoLines() {
        for (String name : List.of("two\nlines", " ", "dog ")) {
            ZeroShotData data = data(name);
            assertThatThrownBy(() -> DataFolder.write(folder, data))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("classes.txt");
        }
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.write(file, data("dog")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("file");
    }
}
