package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.Networks;
import io.github.zsl4j.engine.djl.ForwardMethod.Parameter;
import io.github.zsl4j.testkit.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchArchiveTest {

    private static final String CODE = "class Net(Module):\n  def forward(self: Net,\n    x: Tensor) -> Tensor:\n";
    private static final String PICKLE = "\u0080\2c__torch__.my.nets\nNet\nq\0)";

    @TempDir
    Path folder;

    private static List<String> parameters(Path file) {
        return TorchArchive.read(file).orElseThrow().parameters().stream()
                .map(Parameter::name)
                .toList();
    }

    private Path zip(String... namesAndContents) throws IOException {
        Path file = folder.resolve("made.pt");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndContents[i]));
                out.write(namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return file;
    }

    /** Traced with transformers, open_clip and timm. */
    @ParameterizedTest
    @CsvSource({
        "tiny-clip, vision.pt, pixel_values",
        "tiny-clip, text.pt, input_ids",
        "tiny-siglip, vision.pt, pixel_values",
        "tiny-siglip, text.pt, input_ids",
        "tiny-openclip, vision.pt, input",
        "tiny-openclip, text.pt, input",
        "tiny-bert-cls, model.pt, input_ids attention_mask input",
        "tiny-bert-mean, model.pt, input_ids attention_mask input",
        "tiny-vit, model.pt, pixel_values",
        "tiny-resnet, model.pt, x"
    })
    void tellsTheParametersOfTracedNetworks(String folder, String name, String expected) {
        Path file = Golden.folder(folder).resolve(name);
        assertThat(parameters(file)).containsExactly(expected.split(" "));
        assertThat(TorchArchive.read(file).orElseThrow().outputs()).containsExactly("0");
    }

    @Test
    void tellsTheParametersOfScriptedNetworks() {
        assertThat(parameters(Networks.file("sum_diff.pt"))).containsExactly("a", "b");
        assertThat(TorchArchive.read(Networks.file("default.pt")).orElseThrow().parameters())
                .containsExactly(new Parameter("x", false), new Parameter("factor", true));
    }

    @Test
    void followsTheClassOfThePickleToItsCode() throws Exception {
        assertThat(parameters(zip("a/data.pkl", PICKLE, "a/code/__torch__/my/nets.py", CODE)))
                .containsExactly("x");
    }

    @Test
    void tellsNothingOfIncompleteArchives() throws Exception {
        assertThat(TorchArchive.read(zip("a/data.pkl", PICKLE))).isEmpty();
        assertThat(TorchArchive.read(zip("a/code/__torch__/my/nets.py", CODE))).isEmpty();
        assertThat(TorchArchive.read(zip("a/data.pkl", PICKLE, "b/code/__torch__/my/nets.py", CODE)))
                .isEmpty();
        assertThat(TorchArchive.read(zip("a/data.pkl", "\u0080\2}", "a/code/__torch__/my/nets.py", CODE)))
                .isEmpty();
        assertThat(TorchArchive.read(zip("a/data.pkl", "", "a/code/__torch__/my/nets.py", "")))
                .isEmpty();
        assertThat(TorchArchive.read(Networks.file("weights.pt"))).isEmpty();
    }

    @Test
    void tellsNothingOfOtherFiles() throws Exception {
        assertThat(TorchArchive.read(Networks.file("sum_diff.onnx"))).isEmpty();
        assertThat(TorchArchive.read(folder)).isEmpty();
        assertThat(TorchArchive.read(folder.resolve("none"))).isEmpty();
        assertThat(TorchArchive.read(Files.createFile(folder.resolve("empty")))).isEmpty();
    }

    @Test
    void tellsNothingOrTheTruthOfADamagedArchive() throws Exception {
        byte[] whole = Files.readAllBytes(Networks.file("sum_diff.pt"));
        for (int i = 0; i < whole.length; i += 3) {
            byte[] spoiled = whole.clone();
            spoiled[i] ^= 0x55;
            assertThat(TorchArchive.read(Files.write(folder.resolve("spoiled.pt"), spoiled)))
                    .isNotNull();
        }
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(TorchArchive.read(Files.write(folder.resolve("cut.pt"), Arrays.copyOf(whole, length))))
                    .isEmpty();
        }
    }
}
