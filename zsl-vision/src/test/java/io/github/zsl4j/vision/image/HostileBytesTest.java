package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.zsl4j.testkit.Golden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 2,000 pictures, spoiled at random but the same in every run: a picture or the library's exception, soon. */
class HostileBytesTest {

    private static final int PICTURES = 2_000;
    private static final List<String> VARIANTS = List.of(
            "png_p4.png",
            "bmp_p16.bmp",
            "gif_il.gif",
            "tif_g4.tif",
            "tif_jpeg.tif",
            "tif_p16_packbits.tif",
            "tif_rgba_tiff_lzw.tif",
            "webp_anim.webp",
            "webp_pal.webp",
            "webp_q80.webp",
            "jpg_rst.jpg");

    private final Random random = new Random(20240);
    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(4_000_000, 1 << 20));

    @Test
    void neverFailsInAnyOtherWayThanWithItsOwnException() {
        List<byte[]> seeds = seeds();
        int decoded = 0;
        for (int i = 0; i < PICTURES; i++) {
            byte[] spoiled = spoil(seeds.get(i % seeds.size()), seeds);
            decoded +=
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> decodes(spoiled), "picture " + i) ? 1 : 0;
        }
        // Both outcomes must be common, or the test tests nothing.
        assertThat(decoded).isBetween(PICTURES / 10, PICTURES * 9 / 10);
    }

    private boolean decodes(byte[] bytes) {
        try {
            assertThat(decoder.decode(ImageSource.of(bytes, "x")).width()).isPositive();
            return true;
        } catch (ImageException e) {
            assertThat(e.getMessage()).startsWith("x: ");
            assertThat(e.getMessage().lines()).hasSize(1);
            return false;
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        Golden.images("ok").forEach(i -> seeds.add(Golden.bytes(i.get("file").getAsString())));
        VARIANTS.forEach(name -> seeds.add(TestImages.resource(name)));
        return seeds;
    }

    private byte[] spoil(byte[] seed, List<byte[]> others) {
        byte[] bytes = seed.clone();
        switch (random.nextInt(5)) {
            case 0 -> flip(bytes, bytes.length, 1 + random.nextInt(20));
            case 1 -> flip(bytes, Math.min(200, bytes.length), 1 + random.nextInt(4));
            case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 3 -> splice(bytes, others.get(random.nextInt(others.size())));
            default -> fill(bytes);
        }
        return bytes;
    }

    private void flip(byte[] bytes, int within, int times) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void splice(byte[] bytes, byte[] other) {
        int length = random.nextInt(Math.min(bytes.length, other.length));
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(other, random.nextInt(other.length - length), bytes, to, length);
    }

    private void fill(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        byte value = (byte) (random.nextBoolean() ? 255 : random.nextInt(256));
        Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(8)), value);
    }
}
