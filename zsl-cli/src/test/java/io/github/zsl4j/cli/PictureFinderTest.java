package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFinderTest {

    @TempDir
    private Path folder;

    private static List<PictureItem> find(String... arguments) {
        return new PictureFinder(InputStream.nullInputStream()).find(List.of(arguments));
    }

    @Test
    void aFileStaysWhateverItIsCalled() {
        assertThat(find("x.unknown")).singleElement().satisfies(item -> {
            assertThat(item.name()).isEqualTo("x.unknown");
            assertThat(item.source()).isPresent();
        });
    }

    @Test
    void aFolderBecomesItsPictures() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.createFile(folder.resolve("in/z.JPG"));
        Files.createFile(folder.resolve("b.png"));
        Files.createFile(folder.resolve("notes.txt"));
        assertThat(find(folder.toString()))
                .extracting(PictureItem::name)
                .containsExactly(
                        folder.resolve("b.png").toString(),
                        folder.resolve("in/z.JPG").toString());
    }

    @Test
    void aFileWithAPatternsCharactersIsItself() throws IOException {
        Path file = Files.createFile(folder.resolve("a[1].jpg"));
        assertThat(find(file.toString())).extracting(PictureItem::name).containsExactly(file.toString());
    }

    @Test
    void anEmptyFolderIsAProblemInItsPlace() {
        List<PictureItem> items = find("a.jpg", folder.toString(), "b.jpg");
        assertThat(items).extracting(i -> i.problem().isPresent()).containsExactly(false, true, false);
    }
}
