package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.testkit.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every golden picture gives Pillow's pixels; the same check fails for each way of getting them wrong. */
class GoldenPixelsTest {

    static Stream<String> pictures() {
        return Golden.images("ok").stream().map(i -> i.get("id").getAsString());
    }

    static Stream<String> picturesWithAlpha() {
        return pictures().filter(id -> entry(id).has("rgb_if_alpha_dropped"));
    }

    static Stream<String> picturesWithProfile() {
        return pictures().filter(id -> entry(id).has("rgb_if_profile_applied"));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void decodesToPillowsPixels(String id) {
        assertThat(TestImages.largestDifference(decode(id), reference(id, "rgb")))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("picturesWithAlpha")
    void tellsWhenAlphaIsDropped(String id) {
        RgbImage dropped = reference(id, "rgb_if_alpha_dropped");

        assertThat(TestImages.largestDifference(dropped, reference(id, "rgb"))).isGreaterThan(10);
        assertThat(decode(id)).isNotEqualTo(dropped);
    }

    @ParameterizedTest
    @MethodSource("picturesWithProfile")
    void tellsWhenAProfileIsApplied(String id) {
        RgbImage applied = reference(id, "rgb_if_profile_applied");

        assertThat(TestImages.largestDifference(applied, reference(id, "rgb"))).isGreaterThan(10);
        assertThat(decode(id)).isNotEqualTo(applied);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void tellsWhenThePictureIsNotTurned(int orientation) {
        byte[] file = Golden.bytes("images/exif_" + orientation + ".jpg");
        byte[] unturned = new JpegSegments(file).plain(1);
        RgbImage reference = reference("exif_" + orientation, "rgb");

        assertThat(TestImages.meanDifference(TestImages.decode(unturned), reference))
                .isGreaterThan(5);
        assertThat(TestImages.meanDifference(TestImages.decode(file), reference))
                .isZero();
    }

    private static RgbImage decode(String id) {
        return TestImages.decode(Golden.bytes(entry(id).get("file").getAsString()));
    }

    private static RgbImage reference(String id, String kind) {
        return TestImages.golden(entry(id).get(kind).getAsString());
    }

    private static JsonObject entry(String id) {
        return Golden.images("ok").stream()
                .filter(i -> i.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
