package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 2,000 WebP files, spoiled at random but the same in every run: a picture or an ordinary refusal, soon. Most stay whole
 * as containers, so that what is spoiled is what the decoders of the coded data see.
 */
class HostileWebpTest {

    private static final int PICTURES = 2_000;
    private static final int CODED = 30;

    private final Random random = new Random(6386);
    private final List<byte[]> seeds = WebpGoldenTest.lines()
            .map(line -> TestImages.resource("webp/" + line.substring(0, line.indexOf(','))))
            .filter(file -> file.length > 60)
            .toList();

    @Test
    void neverFailsInAnyOtherWayThanWithAnIoException() {
        int decoded = 0;
        for (int i = 0; i < PICTURES; i++) {
            byte[] spoiled = spoil(seeds.get(i % seeds.size()).clone());
            decoded +=
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> decodes(spoiled), "picture " + i) ? 1 : 0;
        }
        // Both outcomes must be common, or the test tests nothing.
        assertThat(decoded).isBetween(PICTURES / 10, PICTURES * 9 / 10);
    }

    /** Not by the public decoder, which would turn any failure into its own exception. */
    private static boolean decodes(byte[] file) throws PictureFault {
        EncodedPicture picture;
        try {
            picture = WebpPicture.open(file);
            new ImageLimits(4_000_000, 1 << 20).checkHeader(picture);
        } catch (IndexOutOfBoundsException | PictureFault e) {
            return false; // the header ends early, or says something impossible
        }
        try {
            assertThat(picture.pixels().width()).isEqualTo(picture.width());
            return true;
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
    }

    private byte[] spoil(byte[] file) {
        switch (random.nextInt(5)) {
            case 0 -> flip(file, 12, file.length, 1 + random.nextInt(20));
            case 1 -> flip(file, CODED, Math.min(file.length, 100), 1 + random.nextInt(4));
            case 2 -> fill(file);
            case 3 -> splice(file, seeds.get(random.nextInt(seeds.size())));
            default -> file = shorten(file);
        }
        return file;
    }

    private void flip(byte[] file, int from, int to, int times) {
        for (int i = 0; i < times; i++) {
            file[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void fill(byte[] file) {
        int from = CODED + random.nextInt(file.length - CODED);
        byte value = (byte) (random.nextBoolean() ? 255 : random.nextInt(256));
        Arrays.fill(file, from, Math.min(file.length, from + 1 + random.nextInt(8)), value);
    }

    private void splice(byte[] file, byte[] other) {
        int length = random.nextInt(Math.min(file.length, other.length) - CODED);
        int to = CODED + random.nextInt(file.length - CODED - length);
        System.arraycopy(other, random.nextInt(other.length - length), file, to, length);
    }

    /** Cuts the end off and corrects the container's length, and that of a first chunk that was the only one. */
    private byte[] shorten(byte[] file) {
        byte[] cut = Arrays.copyOf(file, CODED + random.nextInt(file.length - CODED) & ~1);
        ByteBuffer buffer = ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(4, cut.length - 8);
        if (cut[15] != 'X') {
            buffer.putInt(16, cut.length - 20);
        }
        return cut;
    }
}
