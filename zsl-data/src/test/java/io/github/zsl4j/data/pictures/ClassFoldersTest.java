package io.github.zsl4j.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.error.ZslException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("numbers", 2);

    @TempDir
    Path root;

    /** Encodes files that hold a number x as (x, 1). */
    private static final class NumberEncoder implements Encoder<Path> {

        @Override
        public EmbeddingSpace space() {
            return SPACE;
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends Path> files) {
            float[] values = new float[files.size() * 2];
            for (int i = 0; i < files.size(); i++) {
                try {
                    values[2 * i] = Float.parseFloat(Files.readString(files.get(i)));
                } catch (NumberFormatException e) {
                    throw new ZslException(files.get(i) + ": no number", e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                values[2 * i + 1] = 1;
            }
            return EmbeddingMatrix.wrap(SPACE, values);
        }

        @Override
        public void close() {}
    }

    private void write(String name, int count, int first) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve(String.format("%03d.txt", i)), "" + (first + i));
        }
    }

    private LabelledPictures encode() {
        return ClassFolders.encode(root, new NumberEncoder());
    }

    @Test
    void encodesEveryPictureOfEveryClass() throws Exception {
        write("b", 70, 1000);
        write("a", 3, 0);
        write(".hidden", 3, 0);
        write("a/nested", 1, 0);
        Files.writeString(root.resolve("readme"), "no class");
        Files.writeString(root.resolve("a/.DS_Store"), "no picture");
        LabelledPictures pictures = encode();
        assertThat(pictures.classes()).containsExactly("a", "b");
        assertThat(pictures.features().rows()).isEqualTo(73);
        assertThat(pictures.features().row(2).toArray()).containsExactly(2, 1);
        assertThat(pictures.features().row(72).toArray()).containsExactly(1069, 1);
        assertThat(pictures.labels()[2]).isZero();
        assertThat(pictures.labels()[3]).isEqualTo(1);
        assertThat(pictures.pictures().get(3)).isEqualTo(root.resolve("b/000.txt"));
        assertThat(pictures.broken()).isEmpty();
    }

    @Test
    void listsBrokenPicturesAndGoesOn() throws Exception {
        write("a", 3, 0);
        write("b", 2, 10);
        Path bad = Files.writeString(root.resolve("a/001.txt"), "broken");
        LabelledPictures pictures = encode();
        assertThat(pictures.features().toArray()).containsExactly(0, 1, 2, 1, 10, 1, 11, 1);
        assertThat(pictures.labels()).containsExactly(0, 0, 1, 1);
        assertThat(pictures.broken()).containsExactly(new LabelledPictures.Broken(bad, bad + ": no number"));
    }

    @Test
    void refusesFoldersWithoutPictures() throws Exception {
        assertThatThrownBy(this::encode).isInstanceOf(DataException.class).hasMessageContaining("0 folders");
        Path bad = Files.writeString(Files.createDirectory(root.resolve("a")).resolve("x"), "broken");
        assertThatThrownBy(this::encode)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the first: " + bad + ": no number");
        assertThatThrownBy(() -> ClassFolders.encode(root.resolve("none"), new NumberEncoder()))
                .isInstanceOf(DataException.class);
    }

    private static EmbeddingMatrix semantics(List<String> names) {
        float[] values = new float[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = names.get(i).charAt(0);
        }
        return EmbeddingMatrix.wrap(EmbeddingSpace.of("letters", 1), values);
    }

    @Test
    void becomesABenchmark() throws Exception {
        write("a", 4, 0);
        write("b", 10, 10);
        write("c", 1, 20);
        write("d", 5, 30);
        LabelledPictures pictures = encode();
        ZeroShotData data =
                pictures.toData(ClassFoldersTest::semantics, new ClassSplit(List.of("d"), List.of("b"), 0.25, 7));
        assertThat(data.splits().testUnseen()).containsExactly(15, 16, 17, 18, 19);
        assertThat(data.splits().testSeen()).hasSize(4); // 1 of a, 2.5 rounded of b, none of c
        assertThat(data.splits().trainval()).hasSize(11).contains(14);
        assertThat(data.validationClasses()).containsExactly(1);
        assertThat(data.semantics().toArray()).containsExactly('a', 'b', 'c', 'd');
        ClassSplit other = new ClassSplit(List.of("d"), List.of("b"), 0.25, 8);
        assertThat(pictures.toData(ClassFoldersTest::semantics, other).splits()).isNotEqualTo(data.splits());
    }

    @Test
    void refusesSplitsThatDoNotFit() throws Exception {
        write("a", 2, 0);
        write("b", 2, 0);
        LabelledPictures pictures = encode();
        ClassSplit unknown = new ClassSplit(List.of("z"), List.of(), 0, 1);
        assertThatThrownBy(() -> pictures.toData(ClassFoldersTest::semantics, unknown))
                .hasMessageContaining("'z' is none of [a, b]");
        assertThatThrownBy(() -> new ClassSplit(List.of(), List.of(), 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClassSplit(List.of("a"), List.of(), 1, 1)).hasMessageContaining("testShare");
        assertThatThrownBy(() -> new LabelledPictures(
                        pictures.features(), new int[1], List.of("a"), pictures.pictures(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
