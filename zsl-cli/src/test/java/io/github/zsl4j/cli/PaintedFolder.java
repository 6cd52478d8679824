package io.github.zsl4j.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** A folder of pictures of which no two are alike, and which can all be painted anew. */
record PaintedFolder(Path folder, int pictures) {

    private static final int SIDE = 16;

    Path file(int number) {
        return folder.resolve("picture-%03d.png".formatted(number));
    }

    /** Paints all pictures; another generation has other pictures in the same files. */
    PaintedFolder paint(int generation) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < pictures; i++) {
                Random random = new Random(1000L * generation + i);
                BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
                for (int p = 0; p < SIDE * SIDE; p++) {
                    image.setRGB(p % SIDE, p / SIDE, random.nextInt(1 << 24));
                }
                ImageIO.write(image, "png", file(i).toFile());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
