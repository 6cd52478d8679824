package io.github.zsl4j;

import io.github.zsl4j.vision.image.ImageSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Several pictures of one thing, cut from a photograph: what stands in for a handful of photographs of it. */
final class Crops {

    static final List<String> THINGS = List.of("cat", "coffee", "motorcycle", "rocket", "temple");

    private Crops() {}

    /** Seven eighths of a photograph, from one of its four corners (0 to 3) or its middle (4). */
    static ImageSource crop(String photo, int place) {
        try {
            BufferedImage whole = ImageIO.read(Models.photo(photo).toFile());
            int dx = whole.getWidth() / 8;
            int dy = whole.getHeight() / 8;
            int x = place == 4 ? dx / 2 : place % 2 * dx;
            int y = place == 4 ? dy / 2 : place / 2 * dy;
            BufferedImage part = whole.getSubimage(x, y, whole.getWidth() - dx, whole.getHeight() - dy);
            return ImageSource.of(part, photo + " crop " + place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some crops of each photograph, labelled with a name that tells nothing. */
    static List<LabelledImage> labelled(int each) {
        return THINGS.stream()
                .flatMap(photo ->
                        IntStream.range(0, each).mapToObj(i -> new LabelledImage(crop(photo, i), name(photo))))
                .toList();
    }

    static List<LabelledImage> ofOneCropEach(String... photos) {
        return Stream.of(photos)
                .map(photo -> new LabelledImage(crop(photo, 0), photo))
                .toList();
    }

    static String name(String photo) {
        return "thing " + (THINGS.indexOf(photo) + 1);
    }
}
