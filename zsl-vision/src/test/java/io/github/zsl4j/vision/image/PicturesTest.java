package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    @TempDir
    Path folder;

    @Test
    void findsPicturesInAllFoldersInOrder() throws IOException {
        Path b = touch("b.PNG");
        Path a = touch("a.jpeg");
        Path deep = touch("c/d/e.webp");
        touch("c/notes.txt");
        touch("noextension");
        touch("._a.jpg");

        assertThat(Pictures.in(folder)).containsExactly(a, b, deep);
    }

    @Test
    void findsNothingInAnEmptyFolder() {
        assertThat(Pictures.in(folder)).isEmpty();
    }

    @Test
    void followsLinksButNotInCircles() throws IOException {
        Path picture = touch("a/one.gif");
        link(folder.resolve("a/back"), folder);
        link(folder.resolve("b"), folder.resolve("a"));

        assertThat(Pictures.in(folder))
                .contains(picture, folder.resolve("b/one.gif"))
                .hasSize(2);
    }

    @Test
    void listsALinkToNowhereSoThatItIsReported() throws IOException {
        link(folder.resolve("gone.jpg"), folder.resolve("nowhere.jpg"));

        assertThat(Pictures.in(folder)).containsExactly(folder.resolve("gone.jpg"));
    }

    @Test
    void listsALockedFolderSoThatItIsReported() throws IOException {
        Path picture = touch("a.jpg");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Assumptions.assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "root reads all");

        assertThat(Pictures.in(folder)).containsExactly(picture, locked);
        assertThatThrownBy(() -> new ImageDecoder().decode(ImageSource.of(locked)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path file = touch("a.jpg");

        assertThatThrownBy(() -> Pictures.in(file)).hasMessageContaining("this is a file, not a folder");
        assertThatThrownBy(() -> Pictures.in(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[0]);
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            Assumptions.abort("no symbolic links here");
        }
    }
}
