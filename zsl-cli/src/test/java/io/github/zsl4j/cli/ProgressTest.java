package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final Terminal WATCHED = new Terminal(true, false, true, 80);

    private static Path folder(Path folder, int pictures) throws IOException {
        for (int i = 0; i < pictures; i++) {
            Files.copy(
                    Cli.PICTURES.resolve("cat.jpg"), folder.resolve(i + ".jpg"), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    @Test
    void aBarCountsManyPicturesAndIsErasedAtTheEnd(@TempDir Path folder) throws IOException {
        String pictures = folder(folder, 12).toString();
        Cli.Result result = Cli.run(WATCHED, "classify", pictures, "--labels", "cat,dog", "--json");
        assertThat(result.objects()).hasSize(12);
        assertThat(result.err()).contains("12").endsWith("\r\u001b[K");
    }

    @Test
    void fewPicturesNeedNone(@TempDir Path folder) throws IOException {
        String pictures = folder(folder, 3).toString();
        assertThat(Cli.run(WATCHED, "classify", pictures, "--labels", "cat,dog").err())
                .isEmpty();
    }

    @Test
    void nobodyWatchingNeedsNone(@TempDir Path folder) throws IOException {
        String pictures = folder(folder, 12).toString();
        assertThat(Cli.run("classify", pictures, "--labels", "cat,dog").err()).isEmpty();
    }
}
