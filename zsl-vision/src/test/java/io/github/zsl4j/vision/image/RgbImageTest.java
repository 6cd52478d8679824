package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RgbImageTest {

    private final RgbImage image = RgbImage.of(2, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, (byte) 250, 11, 12});

    @Test
    void isNotChangedThroughTheArraysThatGoInAndOut() {
        byte[] rgb = new byte[3];
        RgbImage black = RgbImage.of(1, 1, rgb);
        rgb[0] = 1;
        black.toBytes()[1] = 1;

        assertThat(black.pixel(0, 0)).isZero();
    }

    @Test
    void givesPixelsByColumnAndRow() {
        assertThat(image.pixel(1, 0)).isEqualTo(0x040506);
        assertThat(image.pixel(1, 1)).isEqualTo(0xfa0b0c);
    }

    @Test
    void copiesPartsOfRows() {
        byte[] row = new byte[3];

        image.copyRow(1, 1, 1, row);

        assertThat(row).containsExactly(250, 11, 12);
    }

    @Test
    void refusesPixelsOutside() {
        assertThatThrownBy(() -> image.pixel(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.pixel(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.copyRow(1, 0, 2, new byte[6])).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.copyRow(0, 2, 1, new byte[6])).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesSizesThatDoNotFitTheBytes() {
        assertThatThrownBy(() -> RgbImage.of(2, 2, new byte[11])).hasMessage("2 x 2 pixels need 12 bytes, not 11");
        assertThatThrownBy(() -> RgbImage.of(0, 2, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RgbImage.of(1 << 16, 1 << 16, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isEqualByPixelsAndShape() {
        assertThat(image)
                .isEqualTo(RgbImage.of(2, 2, image.toBytes()))
                .hasSameHashCodeAs(RgbImage.of(2, 2, image.toBytes()));
        assertThat(image).isNotEqualTo(RgbImage.of(4, 1, image.toBytes()));
        assertThat(image).hasToString("RgbImage[2 x 2]");
    }

    @Test
    void limitsMustBePositive() {
        assertThatThrownBy(() -> new ImageLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImageLimits(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImageLimits(1, 1L << 31)).isInstanceOf(IllegalArgumentException.class);
    }
}
