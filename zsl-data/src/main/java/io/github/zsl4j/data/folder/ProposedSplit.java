package io.github.zsl4j.data.folder;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The benchmarks of the field (AWA2, CUB, SUN, aPY, …) as they are handed out: two MATLAB files for each, of version 5 to 7.
 * {@code res101.mat} has {@code features} [d, n] and {@code labels} [n]; {@code att_splits.mat} has {@code att} [a, c]
 * (each class's attributes, of length 1) and {@code original_att}, {@code allclasses_names}, and the pictures of
 * {@code trainval_loc}, {@code test_seen_loc} and {@code test_unseen_loc}. Positions count from 1 in the files.
 *
 * <p>Validation classes are those of {@code val_loc} that {@code train_loc} has no picture of; there are none if
 * {@code val_loc} is missing.
 *
 * <p><b>References:</b> Xian, Lampert, Schiele and Akata, "Zero-Shot Learning: A Comprehensive Evaluation of the Good, the
 * Bad and the Ugly", TPAMI 2019.
 */
public final class ProposedSplit {

    private static final Set<String> LISTS =
            Set.of("trainval_loc", "train_loc", "val_loc", "test_seen_loc", "test_unseen_loc", "allclasses_names");

    /** Which of the two matrices of attributes becomes the semantics. */
    public enum Attributes {
        /** {@code att}: each class's attributes scaled to length 1; what published results use. */
        UNIT("att"),
        /** {@code original_att}: percentages as people gave them. */
        ORIGINAL("original_att");

        private final String variable;

        Attributes(String variable) {
            this.variable = variable;
        }
    }

    private ProposedSplit() {}

    /**
     * Reads {@code res101.mat} and {@code att_splits.mat} with the attributes of length 1.
     *
     * @throws DataException as {@link #read(Path, Path, Attributes)}
     */
    public static ZeroShotData read(Path folder) {
        return read(folder.resolve("res101.mat"), folder.resolve("att_splits.mat"), Attributes.UNIT);
    }

    /**
     * @param features the file of features and labels; a {@code spaces.json} beside it is heeded
     * @param splits the file of attributes and splits
     * @throws DataException if a file or variable is missing or damaged, the files do not fit each other, or the splits mix
     *     seen and unseen classes
     */
    public static ZeroShotData read(Path features, Path splits, Attributes attributes) {
        SpacesFile spaces = new SpacesFile(features.toAbsolutePath().getParent());
        MatVariables pictures = MatVariables.read(features, Set.of("features", "labels"));
        EmbeddingMatrix x = matrix(spaces, "features", pictures, "features", features);
        Set<String> wanted = new java.util.HashSet<>(LISTS);
        wanted.add(attributes.variable);
        MatVariables rest = MatVariables.read(splits, wanted);
        EmbeddingMatrix s = matrix(spaces, "semantics", rest, attributes.variable, splits);
        int[] labels = pictures.positions("labels", s.rows());
        List<String> names = rest.texts("allclasses_names");
        Examples examples = Blame.on(features, () -> new Examples(x, labels, s, names));
        return Blame.on(splits, () -> ZeroShotData.of(examples, splits(rest, labels, names)));
    }

    private static EmbeddingMatrix matrix(
            SpacesFile spaces, String what, MatVariables variables, String name, Path file) {
        return spaces.matrix(what, variables.matrix(name).getNumRows(), variables.columns(name), file);
    }

    private static Splits splits(MatVariables variables, int[] labels, List<String> names) {
        return new Splits(
                rows(variables, "trainval_loc", labels),
                rows(variables, "test_seen_loc", labels),
                rows(variables, "test_unseen_loc", labels),
                validationClasses(variables, labels, names));
    }

    private static List<Integer> rows(MatVariables variables, String name, int[] labels) {
        return Arrays.stream(variables.positions(name, labels.length)).boxed().toList();
    }

    private static List<String> validationClasses(MatVariables variables, int[] labels, List<String> names) {
        if (!variables.has("val_loc")) {
            return List.of();
        }
        BitSet classes = classes(variables, "val_loc", labels);
        if (variables.has("train_loc")) {
            classes.andNot(classes(variables, "train_loc", labels));
        }
        return classes.stream().mapToObj(names::get).toList();
    }

    private static BitSet classes(MatVariables variables, String name, int[] labels) {
        BitSet classes = new BitSet();
        IntStream.of(variables.positions(name, labels.length)).forEach(row -> classes.set(labels[row]));
        return classes;
    }
}
