package io.github.zsl4j.train.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been trained is kept, and draws the same afterwards. */
class PictureFilesTest {

    @TempDir
    static Path folder;

    private static PictureGenerator generator;
    private static Path file;

    @BeforeAll
    static void train() {
        generator = Pictorial.vae(2).fit(Pictorial.examples(8));
        file = folder.resolve("generator.safetensors");
        PictureGeneratorFile.write(file, generator);
    }

    @Test
    void comesBackAsItWas() throws IOException {
        PictureGenerator read = PictureGeneratorFile.read(file);
        assertThat(read.draw(Pictorial.conditions(), 3, 1)).isEqualTo(generator.draw(Pictorial.conditions(), 3, 1));
        assertThat(read.space()).isEqualTo(Pictorial.SPACE);
        assertThat(read.side()).isEqualTo(8);
        assertThat(read.method()).startsWith("ConditionalVae[");
        Path again = folder.resolve("again");
        PictureGeneratorFile.write(again, read);
        assertThat(again).hasSameBinaryContentAs(file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith("unfinished"));
        }
    }

    @Test
    void drawsTheSameForASeedAndElseSomethingElse() {
        Embedding text = Pictorial.conditions().row(1);
        assertThat(generator.draw(text, 4)).isEqualTo(generator.draw(text, 4)).isNotEqualTo(generator.draw(text, 5));
        PictureGenerator still = generator.withTemperature(0);
        assertThat(still.draw(text, 4)).isEqualTo(still.draw(text, 5));
    }

    @Test
    void refusesWhatItCannotDraw() {
        Embedding other = Embedding.of(EmbeddingSpace.of("other", 5), 1, 0, 0, 0, 0);
        assertThatThrownBy(() -> generator.draw(other, 1)).hasMessageContaining("different spaces");
        assertThatThrownBy(() -> generator.draw(Pictorial.conditions(), 0, 1)).hasMessageContaining("0");
        assertThatThrownBy(() -> generator.withTemperature(-1)).hasMessageContaining("-1");
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> PictureGeneratorFile.read(missing))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("missing");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 100, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PictureGeneratorFile.read(cut))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("cut");
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("version", "2")))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("format", "x"))).hasMessageContaining("something else");
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("noise", "5"))).hasMessageContaining("maps.0.weight");
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("noise", "many")))
                .hasMessageContaining("many");
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("side", "9"))).hasMessageContaining("not 9");
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("width", "2000000000")))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> PictureGeneratorFile.read(with("space.dimension", "7")))
                .hasMessageContaining("condition.mean");
    }

    /** A copy of the file with one text changed. */
    private static Path with(String key, String text) throws IOException {
        Safetensors.Contents contents = Safetensors.readAll(file);
        Map<String, String> texts = new HashMap<>(contents.metadata());
        texts.put(key, text);
        Map<String, Tensor> tensors = contents.tensors();
        Path changed = folder.resolve("changed");
        try (OutputStream out = Files.newOutputStream(changed)) {
            Safetensors.write(out, tensors, texts);
        }
        return changed;
    }

    @Test
    void laysPicturesOutInRows() {
        SmallPicture dark = SmallPicture.of(2, new byte[12]);
        var sheet = ContactSheet.of(List.of(dark, dark, dark), 2, 3);
        assertThat(sheet.getWidth()).isEqualTo(2 + 2 * 8);
        assertThat(sheet.getHeight()).isEqualTo(2 + 2 * 8);
        assertThat(sheet.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
        assertThat(sheet.getRGB(3, 3) & 0xffffff).isZero();
        assertThat(sheet.getRGB(12, 12) & 0xffffff).isEqualTo(0xffffff);
        assertThatThrownBy(() -> ContactSheet.of(List.of(), 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContactSheet.write(folder.resolve("no").resolve("x.png"), List.of(dark), 1, 1))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void picturesKnowTheirPixels() {
        byte[] rgb = {-1, 0, 0, 0, -1, 0, 0, 0, -1, 1, 2, 3};
        SmallPicture picture = SmallPicture.of(2, rgb);
        assertThat(picture.toImage().getRGB(1, 0) & 0xffffff).isEqualTo(0x00ff00);
        assertThat(picture.toImage().getRGB(0, 1) & 0xffffff).isEqualTo(0x0000ff);
        assertThat(SmallPicture.ofPlanes(2, SmallPicture.planes(List.of(picture))))
                .isEqualTo(picture);
        assertThatThrownBy(() -> SmallPicture.of(3, rgb)).hasMessageContaining("12 values");
    }

    @Test
    void refusesExamplesThatDoNotFit() {
        List<SmallPicture> two = List.of(Pictorial.picture(0, 0), Pictorial.picture(1, 0));
        assertThatThrownBy(() -> PictureExamples.of(two, new int[1], Pictorial.conditions()))
                .hasMessageContaining("1 labels");
        assertThatThrownBy(() -> PictureExamples.of(two, new int[] {0, 5}, Pictorial.conditions()))
                .hasMessageContaining("the label 5");
        List<SmallPicture> odd = List.of(Pictorial.picture(0, 0), SmallPicture.of(1, new byte[3]));
        assertThatThrownBy(() -> PictureExamples.of(odd, new int[2], Pictorial.conditions()))
                .hasMessageContaining("equal size");
    }
}
