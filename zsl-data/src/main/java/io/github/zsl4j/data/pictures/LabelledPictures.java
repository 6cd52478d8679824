package io.github.zsl4j.data.pictures;

import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Encoded pictures and their classes.
 *
 * @param features [n, d]
 * @param labels the class of each picture, a position in {@code classes}
 * @param classes the names of the c classes
 * @param pictures the file of each row of the features
 * @param broken the files that could not be encoded
 */
public record LabelledPictures(
        EmbeddingMatrix features, int[] labels, List<String> classes, List<Path> pictures, List<Broken> broken) {

    /**
     * A file that could not be encoded.
     *
     * @param file where it is
     * @param reason one line that names the file
     */
    public record Broken(Path file, String reason) {}

    /** @throws IllegalArgumentException if there are not as many labels and pictures as features */
    public LabelledPictures {
        labels = labels.clone();
        classes = List.copyOf(classes);
        pictures = List.copyOf(pictures);
        broken = List.copyOf(broken);
        if (labels.length != features.rows() || pictures.size() != features.rows()) {
            throw new IllegalArgumentException(features.rows() + " features, but " + labels.length + " labels and "
                    + pictures.size() + " pictures");
        }
    }

    /** The class of each picture; a copy. */
    @Override
    public int[] labels() {
        return labels.clone();
    }

    /**
     * A benchmark of these pictures.
     *
     * @param semantics gives what is known of the classes [c, a], such as the embeddings of their names
     * @param split which classes are unseen
     * @throws IllegalArgumentException if the semantics have another number of rows, or the split does not fit
     */
    public ZeroShotData toData(Function<List<String>, EmbeddingMatrix> semantics, ClassSplit split) {
        Examples examples = new Examples(features, labels, semantics.apply(classes), classes);
        return ZeroShotData.of(examples, split.of(labels, classes));
    }
}
