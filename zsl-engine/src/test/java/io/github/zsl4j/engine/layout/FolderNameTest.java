package io.github.zsl4j.engine.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderNameTest {

    @ParameterizedTest
    @CsvSource({
        "models/clip-vit-base, clip-vit-base",
        "clip, clip",
        "models/clip/, clip",
        "models/./a/../clip, clip",
        "hub/models--openai--clip-vit-base-patch32/snapshots/3d74acf9, openai/clip-vit-base-patch32",
        "hub/models--gpt2/snapshots/main, gpt2",
        "hub/models--openai--clip/snapshots, snapshots",
        "hub/models--openai--clip/other/3d74, 3d74",
        "hub/datasets--a--b/snapshots/3d74, 3d74",
        "hub/models--/snapshots/3d74, 3d74",
        "hub/models--a--b/snapshots/3d74/onnx, onnx",
        "my--model, my--model"
    })
    void isThatOfTheModel(String path, String name) {
        assertThat(FolderName.of(Path.of(path))).isEqualTo(name);
    }

    @Test
    void isFoundForTheCurrentFolderAndTheRoot() {
        String current = Path.of("").toAbsolutePath().getFileName().toString();
        assertThat(FolderName.of(Path.of(""))).isEqualTo(current);
        assertThat(FolderName.of(Path.of("."))).isEqualTo(current);
        assertThat(FolderName.of(Path.of("").toAbsolutePath().getRoot())).isEqualTo("model");
    }
}
