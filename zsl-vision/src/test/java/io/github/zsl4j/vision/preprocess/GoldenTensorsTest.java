package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.image.TestImages;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the reference's pixels, every convention gives the reference's tensors to the bit; spoiled ones do not. */
class GoldenTensorsTest {

    private static final PixelScaling LITE2 = PixelScaling.offset(127, 128);

    static Stream<Arguments> conventions() {
        return Stream.of(
                Arguments.of("clip32", Preprocessing.clip(32)),
                Arguments.of("siglip32", Preprocessing.siglip(32)),
                Arguments.of("vit32", Preprocessing.vit(32)),
                Arguments.of("resnet32", Preprocessing.imageNet(36, 32)));
    }

    static Stream<String> single() {
        return Stream.of("photo_large", "exif_6", "wide");
    }

    static Stream<JsonObject> pictures() {
        return Golden.images("ok").stream();
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void givesTheReferencesTensors(String name, Preprocessing preprocessing) {
        Npy tensors = Golden.npy("golden/pre_" + name + ".npy");

        assertThat(pictures())
                .allSatisfy(p -> assertThat(Arrays.equals(
                                preprocessing.apply(pixels(p)),
                                tensors.row(p.get("row").getAsInt())))
                        .as(p.get("id").getAsString())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("single")
    void givesTheReferencesTensorsAtFullSize(String id) {
        assertThat(Arrays.equals(
                        Preprocessing.clip(224).apply(pixels(id)),
                        Golden.npy("golden/pre_clip224_" + id + ".npy").values()))
                .isTrue();
    }

    @Test
    void givesTheReferencesTensorForTheEmbeddedModel() {
        float[] expected = Golden.npy("golden/pre_lite2_photo_large.npy").values();
        // The reference writes (v - 127) / 128 as (v / 255 - 127 / 255) / (128 / 255), which rounds differently.
        float mean = (float) (127 / 255d);
        float std = (float) (128 / 255d);
        Preprocessing spelt = new Preprocessing(
                Resize.shortestEdge(292),
                Interpolation.BICUBIC,
                Optional.of(CentreCrop.of(Size.square(260))),
                PixelScaling.meanStd(new float[] {mean, mean, mean}, new float[] {std, std, std}));

        assertThat(Arrays.equals(spelt.apply(pixels("photo_large")), expected)).isTrue();
        float[] exact = Preprocessing.efficientNetLite2().apply(pixels("photo_large"));
        for (int i = 0; i < exact.length; i++) {
            assertThat(exact[i]).isCloseTo(expected[i], within(1e-7f));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void resizesAndCropsToTheBit(JsonObject picture) {
        assertThat(Preprocessing.efficientNetLite2().pixels(pixels(picture)))
                .isEqualTo(lite2(picture.get("id").getAsString()));
    }

    @Test
    void tellsWhenTheFilterIsNotAntialiased() {
        assertThat(differs(Resize.shortestEdge(292), Interpolation.NEAREST)).isTrue();
    }

    @Test
    void tellsBilinearFromBicubic() {
        assertThat(differs(Resize.shortestEdge(292), Interpolation.BILINEAR)).isTrue();
    }

    @Test
    void tellsWhenTheCropIsOnePixelOff() {
        RgbImage picture = pixels("photo_large");
        byte[] off = Resampler.resample(
                picture, new Size(438, 292), Interpolation.BICUBIC, new Resampler.Region(90, 16, 260, 260));

        assertThat(RgbImage.of(260, 260, off)).isNotEqualTo(lite2("photo_large"));
    }

    @Test
    void tellsWhenTheLongSideIsRounded() {
        // 451 x 300: 292 * 451 / 300 = 438.97, which is cut, not rounded.
        assertThat(differs(Resize.exact(439, 292), Interpolation.BICUBIC)).isTrue();
        assertThat(differs(Resize.exact(438, 292), Interpolation.BICUBIC)).isFalse();
    }

    @Test
    void tellsWhenTheAspectIsSqueezed() {
        assertThat(differs(Resize.exact(292, 292), Interpolation.BICUBIC)).isTrue();
    }

    private static boolean differs(Resize resize, Interpolation filter) {
        Preprocessing spoiled = new Preprocessing(resize, filter, Optional.of(CentreCrop.of(Size.square(260))), LITE2);
        return !spoiled.pixels(pixels("photo_large")).equals(lite2("photo_large"));
    }

    private static RgbImage lite2(String id) {
        return TestImages.golden("golden/lite2_u8/" + id + ".png");
    }

    private static RgbImage pixels(JsonObject picture) {
        return TestImages.golden(picture.get("rgb").getAsString());
    }

    private static RgbImage pixels(String id) {
        return TestImages.golden("golden/rgb/" + id + ".png");
    }
}
