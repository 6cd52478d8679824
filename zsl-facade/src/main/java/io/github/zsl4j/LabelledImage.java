package io.github.zsl4j;

import io.github.zsl4j.vision.image.ImageSource;
import java.util.Objects;

/**
 * A picture of which is known what it shows: what calibration and evaluation learn from.
 *
 * @param image the picture
 * @param label what it shows, as the classifier calls it
 */
public record LabelledImage(ImageSource image, String label) {

    public LabelledImage {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(label, "label");
    }
}
