package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSourceTest {

    private final ImageDecoder decoder = new ImageDecoder();
    private final byte[] picture = Golden.bytes("images/palette.png");

    @TempDir
    Path folder;

    @Test
    void givesTheSamePictureFromEveryKindOfSource() throws IOException {
        Path file = Files.write(folder.resolve("a b#c.png"), picture);
        RgbImage expected = TestImages.golden("golden/rgb/palette.png");

        assertThat(decoder.decode(ImageSource.of(file))).isEqualTo(expected);
        assertThat(decoder.decode(ImageSource.of(file.toUri()))).isEqualTo(expected);
        assertThat(decoder.decode(ImageSource.of(picture, "bytes"))).isEqualTo(expected);
        assertThat(decoder.decode(ImageSource.of(new ByteArrayInputStream(picture), "stream")))
                .isEqualTo(expected);
    }

    @Test
    void canBeDecodedMoreThanOnceEvenFromAStream() {
        ImageSource source = ImageSource.of(new ByteArrayInputStream(picture), "stream");

        assertThat(decoder.decode(source)).isEqualTo(decoder.decode(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/cat.jpg", "https://example.org/cat.jpg", "cat.jpg", "data:,x"})
    void neverGoesToTheNetwork(String uri) {
        assertThatThrownBy(() -> ImageSource.of(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only file: URIs are read");
    }

    @Test
    void isNotChangedByItsBytesBeingChanged() {
        byte[] bytes = picture.clone();
        ImageSource source = ImageSource.of(bytes, "bytes");
        bytes[0] = 0;

        assertThat(decoder.decode(source).width()).isEqualTo(128);
    }

    @Test
    void stopsReadingAStreamAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 7;
            }
        };

        assertThatThrownBy(() -> ImageSource.of(endless, "endless", new ImageLimits(1, 5000)))
                .hasMessageStartingWith("endless: ")
                .hasMessageContaining("more than 5,000 bytes")
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void reportsAFailingStream() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        assertThatThrownBy(() -> ImageSource.of(failing, "failing")).hasMessageContaining("disk on fire");
    }

    @Test
    void leavesTheStreamOpen() {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream(picture) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        ImageSource.of(in, "stream");

        assertThat(closed[0]).isFalse();
    }

    @Test
    void isNamedByItsPathAsItWasGiven() {
        assertThat(ImageSource.of(Path.of("a/../b.png")).name())
                .isEqualTo(Path.of("a/../b.png").toString());
        assertThat(ImageSource.of(picture, "row 7")).hasToString("ImageSource[row 7]");
    }
}
