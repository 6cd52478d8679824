package io.github.zsl4j.vision.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.CentreCrop.Rounding;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentreCropTest {

    private static final PixelScaling PLAIN = PixelScaling.rescaled(1);

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0, 0",
        "12, 10, 1, 1",
        "11, 10, 0, 0",
        "13, 10, 1, 2",
        "15, 10, 2, 2",
        "17, 10, 3, 4",
        "9, 10, -1, 0",
        "8, 10, -1, -1",
        "7, 10, -2, -1"
    })
    void roundsHalvesAsTheLibrariesDo(int side, int cut, int huggingFace, int torchvision) {
        assertThat(Rounding.HUGGING_FACE.offset(side, cut)).isEqualTo(huggingFace);
        assertThat(Rounding.TORCHVISION.offset(side, cut)).isEqualTo(torchvision);
    }

    @Test
    void fillsTheMarginWithItsColour() {
        CentreCrop crop = new CentreCrop(Size.square(3), Rounding.TORCHVISION, 0x0a141e);
        Preprocessing preprocessing = new Preprocessing(Resize.none(), Interpolation.NEAREST, Optional.of(crop), PLAIN);

        float[] found = preprocessing.apply(RgbImage.of(2, 1, new byte[] {1, 2, 3, 4, 5, 6}));

        // torchvision puts the larger half of an odd margin on the right and at the bottom
        assertThat(Arrays.copyOfRange(found, 0, 9)).containsExactly(10, 10, 10, 1, 4, 10, 10, 10, 10);
        assertThat(Arrays.copyOfRange(found, 9, 18)).containsExactly(20, 20, 20, 2, 5, 20, 20, 20, 20);
        assertThat(Arrays.copyOfRange(found, 18, 27)).containsExactly(30, 30, 30, 3, 6, 30, 30, 30, 30);
    }

    @Property
    void keepsTheCutWithinHalfAPixelOfTheMiddle(
            @ForAll @IntRange(min = 1, max = 9000) int side,
            @ForAll @IntRange(min = 1, max = 4096) int cut,
            @ForAll Rounding rounding) {
        double middle = rounding.offset(side, cut) + cut / 2.0;
        assertThat(Math.abs(middle - side / 2.0)).isLessThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "covering, 40, 30, 20, 20, 27, 20",
        "covering, 30, 40, 20, 20, 20, 27",
        "within, 40, 30, 20, 20, 20, 15",
        "within, 30, 40, 20, 20, 15, 20",
        "within, 5000, 1, 20, 20, 20, 1",
        "within, 8, 5, 4, 4, 4, 2",
        "within, 8, 7, 4, 4, 4, 4",
        "covering, 40, 30, 10, 30, 40, 30"
    })
    void keepsTheShape(String how, int width, int height, int boxWidth, int boxHeight, int wantedWidth, int wanted) {
        Size box = new Size(boxWidth, boxHeight);
        Resize resize = how.equals("within") ? Resize.within(box) : Resize.covering(box);

        assertThat(resize.target(width, height)).isEqualTo(new Size(wantedWidth, wanted));
    }

    @Property
    void staysWithinOrCovers(
            @ForAll @IntRange(min = 1, max = 3000) int width,
            @ForAll @IntRange(min = 1, max = 3000) int height,
            @ForAll @IntRange(min = 1, max = 500) int boxWidth,
            @ForAll @IntRange(min = 1, max = 500) int boxHeight) {
        Size box = new Size(boxWidth, boxHeight);
        Size inside = Resize.within(box).target(width, height);
        Size outside = Resize.covering(box).target(width, height);

        assertThat(inside.width()).isLessThanOrEqualTo(boxWidth);
        assertThat(inside.height()).isLessThanOrEqualTo(boxHeight);
        assertThat(inside.width() == boxWidth || inside.height() == boxHeight).isTrue();
        assertThat(outside.width()).isGreaterThanOrEqualTo(boxWidth);
        assertThat(outside.height()).isGreaterThanOrEqualTo(boxHeight);
    }

    @Test
    void refusesColoursThatAreNone() {
        assertThatThrownBy(() -> new CentreCrop(Size.square(1), Rounding.TORCHVISION, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CentreCrop(Size.square(1), Rounding.TORCHVISION, 0x1000000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0xffffff");
    }
}
