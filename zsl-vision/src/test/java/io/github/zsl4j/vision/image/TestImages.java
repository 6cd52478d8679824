package io.github.zsl4j.vision.image;

import io.github.zsl4j.testkit.Golden;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What several tests need. */
public final class TestImages {

    private static final ImageDecoder DECODER = new ImageDecoder();

    private TestImages() {}

    /** Decodes with the code under test. */
    public static RgbImage decode(byte[] bytes) {
        return DECODER.decode(ImageSource.of(bytes, "test picture"));
    }

    /** The pixels of a reference PNG (8-bit RGB without alpha), read by the JDK alone. */
    public static RgbImage reference(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
            for (int i = 0; i < rgb.length; i++) {
                int pixel = i / 3;
                int argb = image.getRGB(pixel % image.getWidth(), pixel / image.getWidth());
                rgb[i] = (byte) (argb >> 8 * (2 - i % 3));
            }
            return RgbImage.of(image.getWidth(), image.getHeight(), rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RgbImage golden(String name) {
        return reference(Golden.bytes(name));
    }

    static byte[] resource(String name) {
        try (InputStream in = TestImages.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of an expected.csv: name, width, height, digest. */
    static String describe(String name, RgbImage image) {
        return String.join(",", name, "" + image.width(), "" + image.height(), digest(image.toBytes()));
    }

    /** SHA-256 in hexadecimal digits. */
    static String digest(byte[] rgb) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rgb));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The largest difference of any value; 256 if the sizes differ. */
    public static int largestDifference(RgbImage a, RgbImage b) {
        if (a.width() != b.width() || a.height() != b.height()) {
            return 256;
        }
        return differences(a, b).max().orElse(0);
    }

    /** The mean difference of all values; 256 if the sizes differ. */
    public static double meanDifference(RgbImage a, RgbImage b) {
        if (a.width() != b.width() || a.height() != b.height()) {
            return 256;
        }
        return differences(a, b).average().orElse(0);
    }

    private static IntStream differences(RgbImage a, RgbImage b) {
        byte[] p = a.toBytes();
        byte[] q = b.toBytes();
        return IntStream.range(0, p.length).map(i -> Math.abs((p[i] & 0xff) - (q[i] & 0xff)));
    }
}
