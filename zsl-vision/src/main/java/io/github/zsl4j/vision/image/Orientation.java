package io.github.zsl4j.vision.image;

/**
 * The eight orientations of EXIF tag 0x0112, in the order of their numbers 1 to 8.
 *
 * <p>Each says how the upright picture is read from the stored one: whether a row of the one is a column of the other,
 * and from which corner.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, false, true),
    TRANSVERSED(true, true, true),
    TURNED_LEFT(true, true, false);

    private final boolean swapsAxes;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swapsAxes, boolean fromRight, boolean fromBottom) {
        this.swapsAxes = swapsAxes;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** @param exif the tag's value; anything but 1 to 8 means upright */
    static Orientation of(int exif) {
        return exif >= 1 && exif <= 8 ? values()[exif - 1] : UPRIGHT;
    }

    RgbImage apply(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swapsAxes ? stored.height() : stored.width();
        int height = swapsAxes ? stored.width() : stored.height();
        int across = fromRight ? -3 : 3;
        int down = (fromBottom ? -3 : 3) * stored.width();
        int first =
                3 * ((fromRight ? stored.width() - 1 : 0) + (fromBottom ? stored.height() - 1 : 0) * stored.width());
        byte[] upright = new byte[stored.array().length];
        for (int y = 0; y < height; y++) {
            int from = first + y * (swapsAxes ? across : down);
            copyRow(stored.array(), from, swapsAxes ? down : across, upright, y * width * 3, width);
        }
        return RgbImage.wrap(width, height, upright);
    }

    private static void copyRow(byte[] from, int start, int step, byte[] to, int at, int count) {
        int source = start;
        for (int i = at; i < at + 3 * count; i += 3) {
            to[i] = from[source];
            to[i + 1] = from[source + 1];
            to[i + 2] = from[source + 2];
            source += step;
        }
    }
}
