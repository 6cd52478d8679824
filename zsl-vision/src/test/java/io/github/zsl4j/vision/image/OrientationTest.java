package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    /** Pixels 1 to 6 in two rows of three. */
    private final RgbImage stored =
            RgbImage.of(3, 2, new byte[] {0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 4, 0, 0, 5, 0, 0, 6});

    @ParameterizedTest
    @CsvSource({
        "1, 3, 123456",
        "2, 3, 321654",
        "3, 3, 654321",
        "4, 3, 456123",
        "5, 2, 142536",
        "6, 2, 415263",
        "7, 2, 635241",
        "8, 2, 362514"
    })
    void turnsAndMirrors(int exif, int width, String pixels) {
        RgbImage upright = Orientation.of(exif).apply(stored);
        StringBuilder found = new StringBuilder();
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                found.append(upright.pixel(x, y));
            }
        }

        assertThat(upright.width()).isEqualTo(width);
        assertThat(found).hasToString(pixels);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9, 65535})
    void takesOtherNumbersForUpright(int exif) {
        assertThat(Orientation.of(exif)).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void readsTheTagInBothByteOrders() {
        assertThat(ExifOrientation.of(exif(ByteOrder.BIG_ENDIAN, 6), null)).isEqualTo(Orientation.TURNED_RIGHT);
        assertThat(ExifOrientation.of(exif(ByteOrder.LITTLE_ENDIAN, 8), null)).isEqualTo(Orientation.TURNED_LEFT);
    }

    @Test
    void prefersExifToXmpAndFallsBackOnXmp() {
        byte[] xmp = "<tiff:Orientation>3</tiff:Orientation>".getBytes(StandardCharsets.US_ASCII);

        assertThat(ExifOrientation.of(exif(ByteOrder.BIG_ENDIAN, 6), xmp)).isEqualTo(Orientation.TURNED_RIGHT);
        assertThat(ExifOrientation.of(null, xmp)).isEqualTo(Orientation.UPSIDE_DOWN);
        assertThat(ExifOrientation.of(null, null)).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void neverFailsOnDamagedMetadata() {
        byte[] whole = exif(ByteOrder.LITTLE_ENDIAN, 6);
        for (int i = 0; i < whole.length; i++) {
            byte[] spoiled = whole.clone();
            spoiled[i] = (byte) 0xff;

            assertThat(ExifOrientation.of(java.util.Arrays.copyOf(whole, i), null))
                    .isNotNull();
            assertThat(ExifOrientation.of(spoiled, null)).isNotNull();
        }
    }

    private static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer b = ByteBuffer.allocate(32).order(order);
        b.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        b.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        b.putShort((short) 42).putInt(8).putShort((short) 1);
        b.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return b.array();
    }
}
