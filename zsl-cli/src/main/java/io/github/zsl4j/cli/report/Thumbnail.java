package io.github.zsl4j.cli.report;

import io.github.zsl4j.vision.image.RgbImage;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Small JPEGs that stand inside a page. */
final class Thumbnail {

    /** The longer side in pixels, at most. */
    private static final int SIDE = 240;

    private Thumbnail() {}

    /** A data URI. */
    static String of(RgbImage picture) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.width(), picture.height()));
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.drawImage(pixels(picture).getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        canvas.dispose();
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(small));
    }

    private static BufferedImage pixels(RgbImage picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        byte[] bytes = new byte[3 * picture.width()];
        int[] row = new int[picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            picture.copyRow(0, y, picture.width(), bytes);
            for (int x = 0; x < row.length; x++) {
                row[x] = (bytes[3 * x] & 0xff) << 16 | (bytes[3 * x + 1] & 0xff) << 8 | bytes[3 * x + 2] & 0xff;
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture in memory can always be written", e);
        }
        return bytes.toByteArray();
    }
}
