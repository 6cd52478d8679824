package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The orientation from wherever a file may hold it, against Pillow (made by make_orientation.py). */
class OrientationGoldenTest {

    /** Lines of expected.csv: file, width, height, digest of the upright pixels. */
    static Stream<String> pictures() {
        return lines("expected.csv");
    }

    /** Lines of exif.csv: kind, orientation, block. */
    static Stream<String> blocks() {
        return lines("exif.csv");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void turnsAPictureAsPillowDoes(String line) {
        String name = line.substring(0, line.indexOf(','));

        assertThat(TestImages.describe(name, TestImages.decode(file(name)))).isEqualTo(line);
    }

    @Test
    void readsEveryExifBlockAsPillowDoes() {
        assertThat(blocks()).hasSizeGreaterThan(150).allSatisfy(line -> {
            String[] parts = line.split(",");
            Orientation expected = Orientation.of(Integer.parseInt(parts[1]));
            assertThat(ExifOrientation.of(HexFormat.of().parseHex(parts[2]), null))
                    .as(line)
                    .isEqualTo(expected);
        });
    }

    @Test
    void coversEveryOrientationAndUprightOnes() {
        assertThat(pictures().filter(line -> line.startsWith("png_")).map(line -> line.split(",")[3]))
                .satisfies(digests -> assertThat(digests.stream().distinct()).hasSize(8));
        assertThat(blocks().filter(line -> line.split(",")[1].equals("1"))).hasSizeGreaterThan(40);
        assertThat(blocks().filter(line -> line.split(",")[1].equals("6"))).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpeg_xmp.jpg",
                "jpeg_exif_in_two_parts.jpg",
                "png_profile.png",
                "png_xmp_packed.png",
                "tiff_xmp.tif"
            })
    void tellsWhenTheMetadataAreNotRead(String name) {
        String line = pictures().filter(l -> l.startsWith(name)).findFirst().orElseThrow();
        byte[] spoiled =
                replace(replace(replace(file(name), "Orientation", "Orientatiom"), "Exif\0", "Exit\0"), "XML:", "XMK:");
        byte[] without = replace(spoiled, "Raw profile type exif", "Raw profile type exit");

        assertThat(TestImages.describe(name, TestImages.decode(without))).isNotEqualTo(line);
    }

    @Test
    void tellsOneOrientationFromAnother() {
        String line = blocks().filter(l -> l.startsWith("far,6")).findFirst().orElseThrow();
        byte[] block = HexFormat.of().parseHex(line.split(",")[2]);
        block[30] = 8;

        assertThat(ExifOrientation.of(block, null)).isEqualTo(Orientation.TURNED_LEFT);
    }

    private static byte[] replace(byte[] file, String part, String by) {
        String text = new String(file, StandardCharsets.ISO_8859_1).replace(part, by);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] file(String name) {
        return TestImages.resource("orientation/" + name);
    }

    private static Stream<String> lines(String name) {
        return Arrays.stream(new String(file(name), StandardCharsets.UTF_8).split("\n"));
    }
}
