package io.github.zsl4j;

import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A picture of which is known what it shows: what calibration, evaluation and few-shot learning learn from.
 *
 * @param image the picture
 * @param label what it shows, as the classifier calls it
 */
public record LabelledImage(ImageSource image, String label) {

    public LabelledImage {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(label, "label");
    }

    /** A picture in a file. */
    public static LabelledImage of(String label, Path image) {
        return new LabelledImage(ImageSource.of(image), label);
    }

    /**
     * The pictures of a folder whose subfolders are named as what they show, such as {@code examples/cat/1.jpg}. Pictures that
     * lie in the folder itself, and hidden subfolders, are passed over.
     *
     * @return by label, then by path; empty if there are none
     * @throws ZslException if the folder is missing or unreadable
     */
    public static List<LabelledImage> inSubfoldersOf(Path folder) {
        return Pictures.in(folder).stream()
                .map(picture -> folder.relativize(picture))
                .filter(path ->
                        path.getNameCount() > 1 && !path.getName(0).toString().startsWith("."))
                .map(path -> of(path.getName(0).toString(), folder.resolve(path)))
                .toList();
    }
}
