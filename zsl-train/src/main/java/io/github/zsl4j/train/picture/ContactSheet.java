package io.github.zsl4j.train.picture;

import io.github.zsl4j.error.ModelException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Small pictures side by side in one. */
public final class ContactSheet {

    private static final int GAP = 2;

    private ContactSheet() {}

    /**
     * Puts pictures beside and below one another, with white between them.
     *
     * @param pictures of equal size, at least one
     * @param columns pictures in a row, at least 1
     * @param zoom pixels of the sheet for one of a picture in either direction, at least 1
     */
    public static BufferedImage of(List<SmallPicture> pictures, int columns, int zoom) {
        if (pictures.isEmpty() || columns < 1 || zoom < 1) {
            throw new IllegalArgumentException("A sheet has at least 1 picture, 1 column and a zoom of 1, not "
                    + pictures.size() + ", " + columns + " and " + zoom);
        }
        int step = pictures.get(0).side() * zoom + GAP;
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            int x = GAP + i % columns * step;
            int y = GAP + i / columns * step;
            graphics.drawImage(pictures.get(i).toImage(), x, y, step - GAP, step - GAP, null);
        }
        graphics.dispose();
        return sheet;
    }

    /**
     * Writes such a sheet as a PNG file.
     *
     * @throws ModelException if the file cannot be written
     */
    public static void write(Path file, List<SmallPicture> pictures, int columns, int zoom) {
        try {
            if (!ImageIO.write(of(pictures, columns, zoom), "png", file.toFile())) {
                throw new IOException("this Java does not write PNG");
            }
        } catch (IOException e) {
            throw new ModelException(file + ": the sheet of pictures cannot be written (" + e + ")", e);
        }
    }
}
