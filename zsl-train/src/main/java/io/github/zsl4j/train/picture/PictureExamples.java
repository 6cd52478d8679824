package io.github.zsl4j.train.picture;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pictures, and what each of them shows. Immutable and thread-safe. */
public final class PictureExamples {

    private final List<SmallPicture> pictures;
    private final int[] labels;
    private final EmbeddingMatrix conditions;

    private PictureExamples(List<SmallPicture> pictures, int[] labels, EmbeddingMatrix conditions) {
        this.pictures = pictures;
        this.labels = labels;
        this.conditions = conditions;
    }

    /**
     * Puts pictures and conditions together.
     *
     * @param pictures of equal size, at least one [n]
     * @param labels for each picture the row of its condition [n]; copied
     * @param conditions what pictures can show, such as embeddings of texts [c, d]
     * @throws IllegalArgumentException if they do not fit together; the message says how
     */
    public static PictureExamples of(List<SmallPicture> pictures, int[] labels, EmbeddingMatrix conditions) {
        PictureExamples examples = new PictureExamples(List.copyOf(pictures), labels.clone(), conditions);
        examples.requireFit();
        return examples;
    }

    private void requireFit() {
        if (pictures.isEmpty() || labels.length != pictures.size()) {
            throw new IllegalArgumentException(labels.length + " labels do not say what " + pictures.size()
                    + " pictures show; at least 1 is needed, and a label for each");
        }
        for (int i = 0; i < labels.length; i++) {
            if (pictures.get(i).side() != side()) {
                throw new IllegalArgumentException("Picture " + i + " has " + pictures.get(i) + ", the first "
                        + pictures.get(0) + "; they must be of equal size");
            }
            if (labels[i] < 0 || labels[i] >= conditions.rows()) {
                throw new IllegalArgumentException("Picture " + i + " has the label " + labels[i]
                        + "; labels are rows of the " + conditions.rows() + " conditions, from 0 on");
            }
        }
    }

    /**
     * The same pictures with other conditions.
     *
     * @param newLabels for each picture the row of its condition [n]; copied
     * @throws IllegalArgumentException if they do not fit
     */
    public PictureExamples withLabels(int... newLabels) {
        return of(pictures, newLabels, conditions);
    }

    /** How many pictures there are. */
    public int size() {
        return labels.length;
    }

    /** Width and height of the pictures in pixels. */
    public int side() {
        return pictures.get(0).side();
    }

    public SmallPicture picture(int index) {
        return pictures.get(index);
    }

    /** The row of the condition of a picture. */
    public int label(int index) {
        return labels[index];
    }

    /** What pictures can show [c, d]. */
    public EmbeddingMatrix conditions() {
        return conditions;
    }

    /** The conditions that there are pictures of, ascending. */
    int[] shown() {
        return Arrays.stream(labels).distinct().sorted().toArray();
    }

    /** For each of some conditions that there are pictures of, the first two of these, or twice the one. */
    List<SmallPicture> pairs(int... of) {
        List<SmallPicture> pairs = new ArrayList<>();
        for (int condition : of) {
            List<SmallPicture> found = new ArrayList<>();
            for (int i = 0; i < labels.length && found.size() < 2; i++) {
                if (labels[i] == condition) {
                    found.add(pictures.get(i));
                }
            }
            pairs.add(found.get(0));
            pairs.add(found.get(found.size() - 1));
        }
        return pairs;
    }
}
