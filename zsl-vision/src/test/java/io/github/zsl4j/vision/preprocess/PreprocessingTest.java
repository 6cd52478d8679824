package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.vision.image.RgbImage;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {

    private static final PixelScaling PLAIN = PixelScaling.offset(0, 1);

    @ParameterizedTest
    @CsvSource({"1000, 10", "10, 1000", "1, 1", "1, 5000", "65000, 1", "3, 700"})
    void takesAnyShapeWithoutMakingTheWholeOfIt(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 9);

        assertThat(Preprocessing.clip(224)
                        .pixels(RgbImage.of(width, height, rgb))
                        .toBytes())
                .containsOnly(9);
    }

    @ParameterizedTest
    @CsvSource({"451, 300, 438, 292", "300, 451, 292, 438", "292, 292, 292, 292", "1, 65500, 292, 19126000"})
    void cutsTheLongSideToAWholeNumber(int width, int height, int expectedWidth, int expectedHeight) {
        assertThat(Resize.shortestEdge(292).target(width, height)).isEqualTo(new Size(expectedWidth, expectedHeight));
    }

    @Test
    void cropsFromTheMiddleRoundedTowardsTheTopLeft() {
        RgbImage image = numbered(5, 4);
        Preprocessing crop = new Preprocessing(
                Resize.none(), Interpolation.BICUBIC, Optional.of(CentreCrop.of(new Size(2, 3))), PLAIN);

        assertThat(crop.apply(image)).startsWith(1, 2, 6, 7, 11, 12);
    }

    @Test
    void putsASmallPictureInABlackMargin() {
        RgbImage image = numbered(2, 1);
        Preprocessing crop = new Preprocessing(
                Resize.none(), Interpolation.BICUBIC, Optional.of(CentreCrop.of(Size.square(3))), PLAIN);

        // Hugging Face's center_crop: an odd margin's larger half is at the top and on the left.
        assertThat(Arrays.copyOf(crop.apply(numberedFromOne(image)), 9)).containsExactly(0, 0, 0, 0, 1, 2, 0, 0, 0);
    }

    @Test
    void writesIntoALargerArrayAndNowhereElse() {
        Preprocessing preprocessing = Preprocessing.siglip(2);
        float[] target = new float[3 * 12];
        Arrays.fill(target, 7);

        preprocessing.apply(numbered(2, 2), target, 12);

        assertThat(Arrays.copyOfRange(target, 12, 24)).isEqualTo(preprocessing.apply(numbered(2, 2)));
        assertThat(Arrays.copyOf(target, 12)).containsOnly(7);
        assertThat(Arrays.copyOfRange(target, 24, 36)).containsOnly(7);
    }

    @Test
    void saysHowLargeItsResultsAre() {
        assertThat(Preprocessing.efficientNetLite2().outputSize()).isEqualTo(Size.square(260));
        assertThat(Preprocessing.vit(224).length()).isEqualTo(3 * 224 * 224);
    }

    @Test
    void laysTheChannelsOutAsPlanes() {
        RgbImage pixel = RgbImage.of(1, 1, new byte[] {10, 20, 30});
        Preprocessing same = new Preprocessing(Resize.exact(1, 1), Interpolation.BOX, Optional.empty(), PLAIN);

        assertThat(same.apply(pixel)).containsExactly(10, 20, 30);
    }

    @Test
    void refusesWhatWouldGiveInputsOfDifferentShapes() {
        assertThatThrownBy(() ->
                        new Preprocessing(Resize.shortestEdge(224), Interpolation.BICUBIC, Optional.empty(), PLAIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Resize.shortestEdge(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Size(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsInterpolationsByPillowsNumbers() {
        for (Interpolation i : Interpolation.values()) {
            assertThat(Interpolation.ofPillowCode(i.pillowCode())).isEqualTo(i);
        }
        assertThat(Interpolation.ofPillowCode(3)).isEqualTo(Interpolation.BICUBIC);
        assertThatThrownBy(() -> Interpolation.ofPillowCode(6)).hasMessageContaining("0 to 5");
    }

    /** Red counts the pixels from 0. */
    private static RgbImage numbered(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) i;
        }
        return RgbImage.of(width, height, rgb);
    }

    private static RgbImage numberedFromOne(RgbImage image) {
        byte[] rgb = image.toBytes();
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i]++;
        }
        return RgbImage.of(image.width(), image.height(), rgb);
    }
}
