package io.github.zsl4j.text.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ZslException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTemplatesTest {

    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("prompts.txt"), text);
    }

    @Test
    void putsTheNameIntoEveryTemplate() {
        PromptTemplates templates = PromptTemplates.of("a photo of a {}.", "{}", "{} at night");
        assertThat(templates.fill("cat")).containsExactly("a photo of a cat.", "cat", "cat at night");
        assertThat(templates.size()).isEqualTo(3);
    }

    @Test
    void takesTheNameAsItStands() {
        assertThat(PromptTemplates.CLIP_PHOTO.fill("{} $1 \\ {0}")).containsExactly("a photo of a {} $1 \\ {0}.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a photo",
                "",
                " ",
                "{} and {}",
                "a {c}",
                "a {label} {}",
                "{0}",
                "{}}",
                "{{}",
                "{{}}",
                "{ }",
                "}{"
            })
    void refusesATemplateWithoutExactlyOneGapByName(String template) {
        assertThatThrownBy(() -> PromptTemplates.of("a {}", template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + template + "'")
                .hasMessageContaining("exactly one {}");
    }

    @Test
    void needsATemplate() {
        assertThatThrownBy(PromptTemplates::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PromptTemplates.of("a {}", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void doesNotSeeLaterChangesOfTheList() {
        List<String> list = new ArrayList<>(List.of("a {}"));
        PromptTemplates templates = new PromptTemplates(list);
        list.add("broken");
        assertThat(templates.size()).isEqualTo(1);
        assertThatThrownBy(() -> templates.templates().add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hasThePublishedNumberOfTemplates() {
        assertThat(PromptTemplates.CLIP_IMAGENET.size()).isEqualTo(80);
        assertThat(PromptTemplates.CLIP_IMAGENET_BEST.size()).isEqualTo(7);
        assertThat(PromptTemplates.CLIP_CIFAR.size()).isEqualTo(18);
        assertThat(PromptTemplates.CLIP_CALTECH101.size()).isEqualTo(34);
        assertThat(PromptTemplates.CLIP_PHOTO.fill("cat")).containsExactly("a photo of a cat.");
        assertThat(PromptTemplates.SIGLIP.fill("a cat")).containsExactly("This is a photo of a cat.");
    }

    @Test
    void hasTheBestTemplatesAmongAll() {
        assertThat(PromptTemplates.CLIP_IMAGENET.templates())
                .containsAll(PromptTemplates.CLIP_IMAGENET_BEST.templates())
                .doesNotHaveDuplicates();
    }

    /** The second half of either list is the first with another article. */
    @Test
    void hasBothArticlesInTheTemplatesOfCifarAndCaltech() {
        for (PromptTemplates set : List.of(PromptTemplates.CLIP_CIFAR, PromptTemplates.CLIP_CALTECH101)) {
            List<String> all = set.templates();
            int half = all.size() / 2;
            assertThat(all).doesNotHaveDuplicates();
            for (int i = 0; i < half; i++) {
                assertThat(all.get(half + i).replace(" the ", " a ").replaceAll("^the ", "a "))
                        .isEqualTo(all.get(i));
            }
        }
    }

    @Test
    void readsAFileWithCommentsAndEmptyLines() throws Exception {
        Path file = file("\ufeff# mine\n\n  a photo of a {}.  \r\n# {} {}\nein Foto: {} 猫\n{}");
        assertThat(PromptTemplates.load(file).templates()).containsExactly("a photo of a {}.", "ein Foto: {} 猫", "{}");
    }

    @Test
    void namesFileAndLineOfABrokenTemplate() throws Exception {
        Path file = file("# mine\na {}\nno gap\n");
        assertThatThrownBy(() -> PromptTemplates.load(file))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("prompts.txt, line 3: The template 'no gap'");
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws Exception {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "a {}\nein hübsches {}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PromptTemplates.load(file))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("latin.txt, line 2: the text is not in UTF-8");
    }

    @Test
    void refusesFilesWithoutTemplates() throws Exception {
        for (String text : List.of("", "\n\n", "# only a comment\n")) {
            Path file = file(text);
            assertThatThrownBy(() -> PromptTemplates.load(file))
                    .isInstanceOf(ZslException.class)
                    .hasMessageContaining("prompts.txt: there is no template");
        }
        Path missing = folder.resolve("missing.txt");
        assertThatThrownBy(() -> PromptTemplates.load(missing))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("missing.txt");
        assertThatThrownBy(() -> PromptTemplates.load(folder)).isInstanceOf(ZslException.class);
    }

    @Test
    void refusesAFileTooLargeToBeTemplates() throws Exception {
        Path file = Files.write(folder.resolve("huge.txt"), new byte[(1 << 24) + 1]);
        assertThatThrownBy(() -> PromptTemplates.load(file))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("huge.txt: more than");
    }

    @Test
    void findsEverySetThatItNames() {
        assertThat(PromptTemplates.names())
                .allSatisfy(name ->
                        assertThat(PromptTemplates.named(name).templates()).isNotEmpty());
        assertThat(PromptTemplates.named("clip-imagenet")).isEqualTo(PromptTemplates.CLIP_IMAGENET);
        assertThatThrownBy(() -> PromptTemplates.named("clip"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'clip'", "clip-cifar");
    }
}
