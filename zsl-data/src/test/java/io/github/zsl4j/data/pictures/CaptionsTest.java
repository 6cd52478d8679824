package io.github.zsl4j.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.pictures.Captions.Pair;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionsTest {

    @TempDir
    Path folder;

    private Path csv(String... lines) throws IOException {
        return Files.write(folder.resolve("captions.csv"), List.of(lines));
    }

    /** The length of a text, and 1. */
    private static Encoder<String> lengths() {
        return new Encoder<>() {
            @Override
            public EmbeddingSpace space() {
                return EmbeddingSpace.of("lengths", 2);
            }

            @Override
            public EmbeddingMatrix encodeAll(List<? extends String> texts) {
                float[] values = new float[2 * texts.size()];
                for (int i = 0; i < texts.size(); i++) {
                    values[2 * i] = texts.get(i).length();
                    values[2 * i + 1] = 1;
                }
                return EmbeddingMatrix.wrap(space(), values);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void readsPicturesBesideTheFile() throws IOException {
        Captions read =
                Captions.read(csv("image,caption", "a.jpg,a dog", "sub/b.jpg,\"a cat, asleep\"", "a.jpg, one "));
        assertThat(read.pairs())
                .containsExactly(
                        new Pair(folder.resolve("a.jpg"), "a dog"),
                        new Pair(folder.resolve("sub/b.jpg"), "a cat, asleep"),
                        new Pair(folder.resolve("a.jpg"), "one"));
    }

    @Test
    void takesColumnsByTheirHeadings() throws IOException {
        Captions read = Captions.read(csv("split,caption,image", "train,a dog,a.jpg"));
        assertThat(read.pairs()).containsExactly(new Pair(folder.resolve("a.jpg"), "a dog"));
    }

    @Test
    void encodesEachPictureAndEachTextOnce() throws IOException {
        Files.writeString(folder.resolve("a"), "3");
        Files.writeString(folder.resolve("b"), "4");
        Files.writeString(folder.resolve("bad"), "x");
        Captions read = Captions.read(csv("image,caption", "a,xx", "bad,y", "a,zzz", "b,xx"));
        CountingEncoder encoder = new CountingEncoder("numbers");
        CaptionedPictures encoded = read.encode(encoder, lengths());
        assertThat(encoder.encoded).isEqualTo(2);
        assertThat(encoded.features().toArray()).containsExactly(3, 1, 3, 1, 4, 1);
        assertThat(encoded.texts().toArray()).containsExactly(2, 1, 3, 1);
        assertThat(encoded.labels()).containsExactly(0, 1, 0);
        assertThat(encoded.broken())
                .singleElement()
                .satisfies(b -> assertThat(b.reason()).contains("bad"));
        TrainingSet set = encoded.trainingSet();
        assertThat(set.size()).isEqualTo(3);
        assertThat(set.classes()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertRefused("headings image and caption", "picture,text", "a,b");
        assertRefused("line 3", "image,caption", "a.jpg,a dog", "b.jpg, ");
        assertRefused("line 2", "image,caption", "a.jpg");
        assertRefused("at least one line", "image,caption");
        assertThatThrownBy(() -> Captions.read(folder.resolve("none.csv")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no such file");
    }

    private void assertRefused(String message, String... lines) throws IOException {
        Path file = csv(lines);
        assertThatThrownBy(() -> Captions.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("captions.csv")
                .hasMessageContaining(message);
    }

    @Test
    void encodesFilesByWhatTheyDecodeTo() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "four");
        FileEncoder<String> files = new FileEncoder<>(lengths(), path -> {
            try {
                return Files.readString(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(files.encodeAll(List.of(file)).toArray()).containsExactly(4, 1);
        assertThat(files.space()).isEqualTo(lengths().space());
    }

    @Test
    void saysIfNoPictureCanBeEncoded() throws IOException {
        Captions read = Captions.read(csv("image,caption", "a,xx"));
        assertThatThrownBy(() -> read.encode(new CountingEncoder("numbers"), lengths()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("No picture can be encoded");
    }
}
