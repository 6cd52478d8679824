package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.vision.image.ImageException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of bad input has its own reason and one clear line. */
class BadPicturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "images/truncated.jpg, TRUNCATED, 'the JPEG ends after 1,405 bytes of image data'",
        "images/truncated.png, TRUNCATED, 'the PNG ends after 15,826 of 31,685 bytes'",
        "images/empty.jpg, EMPTY, 0 bytes",
        "images/text.jpg, NOT_A_PICTURE, the content is text",
        "images/soi.jpg, TRUNCATED, within its header",
        "images/bomb.png, TOO_LARGE, '50,000 x 50,000'"
    })
    void namesWhatIsWrongWithABrokenGolden(String name, Reason reason, String part) {
        ImageException e = failure(ImageSource.of(Golden.bytes(name), "bad.jpg"));

        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e).hasMessageStartingWith("bad.jpg: ").hasMessageContaining(part);
        assertThat(e.getMessage().lines()).hasSize(1);
    }

    @Test
    void namesEveryBrokenGoldenDifferently() {
        assertThat(Golden.images("error").stream()
                        .map(i -> failure(ImageSource.of(
                                        Golden.bytes(i.get("file").getAsString()), "x"))
                                .getMessage()))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAJpegOf300MegapixelsByItsHeader() {
        byte[] header = {
            (byte) 0xff,
            (byte) 0xd8,
            (byte) 0xff,
            (byte) 0xc0,
            0,
            17,
            8,
            0x43,
            (byte) 0xa6,
            0x43,
            (byte) 0xa6,
            3,
            1,
            0x11,
            0,
            2,
            0x11,
            0,
            3,
            0x11,
            0
        };

        assertThat(failure(ImageSource.of(header, "huge.jpg")))
                .hasMessage("huge.jpg: the header claims 17,318 x 17,318 pixels, the limit is 100,000,000;"
                        + " raise ImageLimits to read it");
    }

    @Test
    void refusesWhatWouldNotFitInTheHeapHoweverHighTheLimit() {
        ImageDecoder decoder = new ImageDecoder(new ImageLimits(Long.MAX_VALUE, 1 << 20));
        ImageException e = failure(decoder, ImageSource.of(Golden.bytes("images/bomb.png"), "bomb.png"));

        assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(e).hasMessageContaining("-Xmx");
    }

    @Test
    void saysThatAFileIsMissing() {
        ImageException e = failure(ImageSource.of(folder.resolve("none.jpg")));

        assertThat(e.reason()).isEqualTo(Reason.MISSING);
        assertThat(e).hasMessageContaining("none.jpg: there is no such file");
    }

    @Test
    void saysThatAFolderIsNoPicture() {
        ImageException e = failure(ImageSource.of(folder));

        assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(e).hasMessageContaining("this is a folder");
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        Path locked = Files.write(folder.resolve("locked.jpg"), Golden.bytes("images/one.png"));
        Assumptions.assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "root reads all");

        assertThat(failure(ImageSource.of(locked))).hasMessageContaining("permission denied");
    }

    @Test
    void refusesMoreBytesThanTheLimitBeforeReadingThem() throws IOException {
        Path file = Files.write(folder.resolve("big.png"), Golden.bytes("images/rgb16.png"));
        ImageDecoder decoder = new ImageDecoder(new ImageLimits(1 << 20, 1000));

        assertThat(failure(decoder, ImageSource.of(file))).hasMessageContaining("more than 1,000 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7', a PDF",
        "'<svg xmlns', an SVG drawing",
        "'<!DOCTYPE html>', HTML",
        "'\u0000\u0000\u0000\u0018ftypheic', 'an HEIF, AVIF or MP4 file'",
        "'\u0001\u0002\u0003', of an unknown kind",
        "'\u00ff\u00d8', of an unknown kind",
        "'caf\u00c3\u00a9', text"
    })
    void saysWhatItIsInstead(String start, String description) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failure(ImageSource.of(bytes, "x.jpg")))
                .hasMessageContaining("the content is " + description + ", not a JPEG");
    }

    @Test
    void refusesKindsOfJpegThatAreNotDecodedByName() {
        byte[] twelveBits = TestImages.resource("jpg_444_nojfif.jpg");
        twelveBits[indexOfFrame(twelveBits) + 4] = 12;
        byte[] arithmetic = TestImages.resource("jpg_444_nojfif.jpg");
        arithmetic[indexOfFrame(arithmetic) + 1] = (byte) 0xc9;

        assertThat(failure(ImageSource.of(twelveBits, "x"))).hasMessageContaining("12 bits a sample");
        assertThat(failure(ImageSource.of(arithmetic, "x"))).hasMessageContaining("arithmetic");
    }

    @Test
    void refusesAProgressiveJpegThatGoesOverItselfForEver() throws IOException {
        byte[] file = TestImages.resource("refused/jpg_noeoi_prog.jpg");
        int frame = indexOfFrame(file);
        file[frame + 5] = 0x20;
        file[frame + 7] = 0x20;
        JpegSegments segments = new JpegSegments(file);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(file);
        for (int i = 0; i < 1000; i++) {
            bomb.write(file, segments.firstScan, 14);
        }
        bomb.write(new byte[] {(byte) 0xff, (byte) 0xd9});

        assertThat(failure(ImageSource.of(bomb.toByteArray(), "x"))).hasMessageContaining("times");
    }

    @Test
    void refusesAPngWhoseDataCannotHoldItsPixels() {
        byte[] png = Golden.bytes("images/one.png");
        Arrays.fill(png, 18, 20, (byte) 0x20);

        assertThat(failure(ImageSource.of(png, "x")).reason()).isEqualTo(Reason.TRUNCATED);
    }

    private static int indexOfFrame(byte[] jpeg) {
        return new JpegSegments(jpeg).frame - 4;
    }

    private static ImageException failure(ImageSource source) {
        return failure(new ImageDecoder(), source);
    }

    private static ImageException failure(ImageDecoder decoder, ImageSource source) {
        ImageException e = catchThrowableOfType(ImageException.class, () -> decoder.decode(source));
        assertThat(e).as("refusal of %s", source).isNotNull();
        return e;
    }
}
