package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.vision.image.ImageException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small WebP files of every kind (made by make_webp.py) have Pillow's pixels, told by a digest. */
class WebpGoldenTest {

    /** Where the content of the first chunk after a VP8X chunk starts. */
    private static final int SECOND_CHUNK = 38;

    /** A line of expected.csv: file, width, height, digest. */
    static Stream<String> lines() {
        return new String(TestImages.resource("webp/expected.csv"), StandardCharsets.UTF_8).lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void decodesToPillowsPixels(String line) {
        assertThat(describe(line, file(line))).isEqualTo(line);
    }

    @Test
    void coversEveryKind() {
        assertThat(lines().map(line -> line.replaceAll("[^a-z].*", "")).distinct())
                .contains("q", "filter", "partitions", "segments", "noise", "alpha", "animation", "lossless");
        assertThat(lines()).hasSizeGreaterThan(130);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha_raw_1", "alpha_raw_2", "alpha_raw_3", "alpha_lossless_2"})
    void tellsWhenAlphaIsLeftFiltered(String name) {
        String line = line(name);
        byte[] spoiled = file(line);
        spoiled[SECOND_CHUNK] &= 3;

        assertThat(describe(line, spoiled)).isNotEqualTo(line);
    }

    @Test
    void tellsWhenAnOpaqueCanvasIsNotBlack() {
        byte[] opaque = file(line("animation_opaque_lossy"));
        byte[] alpha = file(line("animation_alpha_lossy"));

        assertThat(TestImages.decode(opaque).pixel(0, 0)).isZero();
        assertThat(TestImages.decode(alpha).pixel(0, 0)).isEqualTo(0xffffff);
    }

    @Test
    void tellsOneLevelInOnePixel() {
        String line = line("q75_m0_33x47");
        byte[] rgb = TestImages.decode(file(line)).toBytes();
        rgb[1234]++;

        assertThat(line).doesNotContain(TestImages.digest(rgb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q30_m6_33x47", "partitions8", "alpha_lossless_3", "alpha_raw_1", "lossless_m6_33x47"})
    void refusesEveryFileThatIsCutShort(String name) {
        byte[] file = file(line(name));

        for (int length = 12; length < file.length; length += 1 + length / 40) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> TestImages.decode(cut))
                    .as("%d of %d bytes", length, file.length)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
        }
    }

    private static String line(String name) {
        return lines().filter(line -> line.startsWith(name + ".webp,"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] file(String line) {
        return TestImages.resource("webp/" + line.substring(0, line.indexOf(',')));
    }

    private static String describe(String line, byte[] file) {
        return TestImages.describe(line.substring(0, line.indexOf(',')), TestImages.decode(file));
    }
}
