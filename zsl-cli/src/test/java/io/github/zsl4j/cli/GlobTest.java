package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("b.jpg", "a.jpg", "a.png", "in/c.jpg", "in/deep/d.jpg", ".hidden/e.jpg", ".f.jpg")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> find(String pattern) {
        return Glob.of(folder + "/" + pattern).find().stream()
                .map(item -> folder.relativize(Path.of(item.name())).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void aStarStaysInItsFolder() {
        assertThat(find("*.jpg")).containsExactly("a.jpg", "b.jpg");
    }

    @Test
    void twoStarsGoThroughAllFoldersAndNone() {
        assertThat(find("**/*.jpg")).containsExactly("a.jpg", "b.jpg", "in/c.jpg", "in/deep/d.jpg");
    }

    @Test
    void foldersMayHavePatternsToo() {
        assertThat(find("i?/*.jpg")).containsExactly("in/c.jpg");
    }

    @Test
    void bracesAndBracketsChoose() {
        assertThat(find("a.{jpg,png}")).containsExactly("a.jpg", "a.png");
        assertThat(find("[b-z].jpg")).containsExactly("b.jpg");
    }

    @Test
    void noMatchIsAProblemThatNamesThePattern() {
        List<PictureItem> items = Glob.of(folder + "/*.gif").find();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).problem()).hasValueSatisfying(p -> assertThat(p).contains("*.gif"));
    }

    @Test
    void aMissingFolderIsAProblem() {
        assertThat(Glob.of(folder + "/none/*.jpg").find().get(0).problem()).isPresent();
    }

    @Test
    void aMalformedPatternIsWrongUsage() {
        assertThatThrownBy(() -> Glob.of(folder + "/[a"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("pattern");
    }

    @Test
    void relativePatternsGiveRelativeNames() {
        assertThat(Glob.of("pom.x*").find()).extracting(PictureItem::name).containsExactly("pom.xml");
        assertThat(Glob.of("./pom.x*").find()).extracting(PictureItem::name).containsExactly("./pom.xml");
    }
}
