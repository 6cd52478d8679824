package io.github.zsl4j.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {

    private static final List<ClassDescription> CLASSES = ClassDescription.ofLabels("cat", "dog", "日本の犬");

    @TempDir
    Path folder;

    /** Two vectors for the last class, one shared with the first; the value of a vector tells who asked. */
    private static final class Counting implements ClassEncoder {

        private final EmbeddingSpace space;
        private final String recipe;
        private int calls;

        Counting(String identity, String recipe) {
            this.space = new EmbeddingSpace("test", 2, identity);
            this.recipe = recipe;
        }

        @Override
        public EmbeddingSpace space() {
            return space;
        }

        @Override
        public String recipe() {
            return recipe;
        }

        @Override
        public Prototypes prototypes(List<ClassDescription> classes) {
            calls++;
            float[] values = new float[classes.size() * 2];
            List<List<Component>> components = new ArrayList<>();
            for (int i = 0; i < classes.size(); i++) {
                values[2 * i] = i + 0.1f;
                components.add(
                        i < 2
                                ? List.of(new Component(i, 0))
                                : List.of(new Component(i, Math.log(0.3)), new Component(0, Math.log(0.7))));
            }
            return Prototypes.of(
                    classes.stream().map(ClassDescription::label).toList(),
                    EmbeddingMatrix.of(space, values),
                    components);
        }

        @Override
        public List<ClassReading> read(List<ClassDescription> classes) {
            return List.of();
        }
    }

    private final Counting encoder = new Counting("1", "a photo of a {}.");

    @Test
    void encodesAListOnce() {
        ClassCache cache = ClassCache.inMemory();
        Prototypes first = cache.prototypes(encoder, CLASSES);
        assertThat(cache.prototypes(encoder, CLASSES)).isSameAs(first);
        assertThat(encoder.calls).isEqualTo(1);
    }

    @Test
    void readsWhatAnEarlierStartKept() {
        Prototypes first = ClassCache.in(folder).prototypes(encoder, CLASSES);
        Prototypes second = ClassCache.in(folder).prototypes(encoder, CLASSES);
        assertThat(encoder.calls).isEqualTo(1);
        assertThat(second.labels()).isEqualTo(first.labels());
        assertThat(second.vectors()).isEqualTo(first.vectors());
        for (int i = 0; i < CLASSES.size(); i++) {
            assertThat(second.components(i)).isEqualTo(first.components(i));
        }
    }

    @Test
    void tellsModelsRecipesAndListsApart() {
        ClassCache cache = ClassCache.in(folder);
        Counting otherWeights = new Counting("2", "a photo of a {}.");
        Counting otherRecipe = new Counting("1", "{}");
        cache.prototypes(encoder, CLASSES);
        cache.prototypes(otherWeights, CLASSES);
        cache.prototypes(otherRecipe, CLASSES);
        cache.prototypes(encoder, CLASSES.subList(0, 2));
        cache.prototypes(encoder, List.of(ClassDescription.of("cat", "a purrer"), CLASSES.get(1), CLASSES.get(2)));
        assertThat(encoder.calls).isEqualTo(3);
        assertThat(otherWeights.calls).isEqualTo(1);
        assertThat(otherRecipe.calls).isEqualTo(1);
    }

    @Test
    void doesNotMistakeWhereATextEnds() {
        ClassCache cache = ClassCache.inMemory();
        cache.prototypes(encoder, List.of(ClassDescription.of("a", "bc")));
        cache.prototypes(encoder, List.of(ClassDescription.of("a", "b", "c")));
        cache.prototypes(encoder, List.of(ClassDescription.of("ab", "c")));
        assertThat(encoder.calls).isEqualTo(3);
    }

    @Test
    void noticesEveryDamagedByte() throws IOException {
        ClassCache.in(folder).prototypes(encoder, CLASSES);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            Prototypes again = ClassCache.in(folder).prototypes(encoder, CLASSES);
            assertThat(again.vectors())
                    .as("byte %d", i)
                    .isEqualTo(encoder.prototypes(CLASSES).vectors());
            assertThat(again.components(2))
                    .as("byte %d", i)
                    .isEqualTo(encoder.prototypes(CLASSES).components(2));
        }
    }

    @Test
    void makesATruncatedFileAnew() throws IOException {
        ClassCache.in(folder).prototypes(encoder, CLASSES);
        byte[] whole = Files.readAllBytes(onlyFile());
        Files.write(onlyFile(), java.util.Arrays.copyOf(whole, whole.length / 2));
        ClassCache.in(folder).prototypes(encoder, CLASSES);
        assertThat(encoder.calls).isEqualTo(2);
        assertThat(Files.readAllBytes(onlyFile())).isEqualTo(whole);
    }

    @Test
    void noticesAFileUnderAnotherName() throws IOException {
        ClassCache.in(folder).prototypes(encoder, CLASSES);
        Path mine = onlyFile();
        Path kept = folder.resolve("kept");
        Files.move(mine, kept);
        Counting other = new Counting("2", "a photo of a {}.");
        ClassCache.in(folder).prototypes(other, CLASSES);
        Path others = Stream.of(folder.toFile().listFiles())
                .map(java.io.File::toPath)
                .filter(file -> !file.equals(kept))
                .findFirst()
                .orElseThrow();
        Files.move(kept, others, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        ClassCache.in(folder).prototypes(other, CLASSES);
        assertThat(other.calls).isEqualTo(2);
    }

    @Test
    void worksWithoutAFolderToWriteTo() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        Prototypes made = ClassCache.in(file.resolve("below")).prototypes(encoder, CLASSES);
        assertThat(made.labels()).hasSize(3);
    }

    @Test
    void forgetsTheOldestLists() {
        ClassCache cache = ClassCache.inMemory();
        for (int i = 0; i < 40; i++) {
            cache.prototypes(encoder, ClassDescription.ofLabels("label " + i));
        }
        cache.prototypes(encoder, ClassDescription.ofLabels("label 39"));
        assertThat(encoder.calls).isEqualTo(40);
        cache.prototypes(encoder, ClassDescription.ofLabels("label 0"));
        assertThat(encoder.calls).isEqualTo(41);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().get(0);
        }
    }
}
