package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import io.github.zsl4j.linalg.ShiftedSystems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures of seen classes, as features, and what is known of the classes, as semantics. The sums over pictures that
 * closed forms need are computed once, on first use, so that trying many options is cheap. Immutable and thread-safe.
 */
public final class TrainingSet {

    /** Features that are turned into doubles at a time, in whole rows: 128 MB. */
    private static final int BLOCK = 1 << 24;

    private final EmbeddingMatrix features;
    private final int[] labels;
    private final EmbeddingMatrix semantics;
    private final int[] counts;
    private final Map<String, Scaled> scaled = new ConcurrentHashMap<>();
    private Matrix gram;
    private ShiftedSystems gramSystems;
    private Matrix classSums;

    private TrainingSet(EmbeddingMatrix features, int[] labels, EmbeddingMatrix semantics, int[] counts) {
        this.features = features;
        this.labels = labels;
        this.semantics = semantics;
        this.counts = counts;
    }

    /**
     * @param features of n pictures [n, d]
     * @param labels the class of each picture, a row of the semantics; copied
     * @param semantics of the c classes [c, a]
     * @throws IllegalArgumentException if there are fewer than 2 classes, a class has no picture, a label is no class, the
     *     numbers of features and labels differ, or all pictures or all classes are alike
     */
    public static TrainingSet of(EmbeddingMatrix features, int[] labels, EmbeddingMatrix semantics) {
        int[] counts = TrainingChecks.counts(features, labels, semantics);
        TrainingChecks.requireDifferent("features", features);
        TrainingChecks.requireDifferent("semantics", semantics);
        return new TrainingSet(features, labels.clone(), semantics, counts);
    }

    /** [n, d]. */
    public EmbeddingMatrix features() {
        return features;
    }

    /** [c, a]. */
    public EmbeddingMatrix semantics() {
        return semantics;
    }

    /** The number of pictures, n. */
    public int size() {
        return labels.length;
    }

    /** The number of classes, c. */
    public int classes() {
        return semantics.rows();
    }

    /** The class of picture {@code row}. */
    public int label(int row) {
        return labels[row];
    }

    /** The class of each picture, [n]; a copy. */
    public int[] labels() {
        return labels.clone();
    }

    /** The number of pictures of a class, at least 1. */
    public int count(int index) {
        return counts[index];
    }

    /** The Gram matrix of the features, XᵀX [d, d]. */
    public synchronized Matrix gram() {
        if (gram == null) {
            double[] sum = new double[Math.multiplyExact(features.dimension(), features.dimension())];
            int height = Math.max(1, Math.min(size(), BLOCK / features.dimension()));
            for (int from = 0; from < size(); from += height) {
                Matrix part = LinearAlgebra.backend().gram(rows(from, Math.min(from + height, size())));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part.values()[i];
                }
            }
            gram = Matrix.wrap(features.dimension(), features.dimension(), sum);
        }
        return gram;
    }

    /** The Gram matrix XᵀX, made ready for solving (XᵀX + λI) w = b with many λ. */
    public synchronized ShiftedSystems gramSystems() {
        if (gramSystems == null) {
            gramSystems = ShiftedSystems.of(gram());
        }
        return gramSystems;
    }

    /** Pictures {@code from} (inclusive) to {@code to} (exclusive) as doubles. */
    public Matrix rows(int from, int to) {
        float[] row = new float[features.dimension()];
        double[] values = new double[Math.multiplyExact(to - from, row.length)];
        for (int i = from; i < to; i++) {
            features.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                values[(i - from) * row.length + j] = row[j];
            }
        }
        return Matrix.wrap(to - from, row.length, values);
    }

    /** The sum of the features of each class, YᵀX [c, d] for labels Y [n, c] in {0, 1}. */
    public synchronized Matrix classSums() {
        if (classSums == null) {
            classSums = sums(features, labels, classes());
        }
        return classSums;
    }

    /** The mean of the features of each class [c, d]. */
    public Matrix classMeans() {
        return means(classSums(), counts);
    }

    /**
     * The mean of the features of each class [c, d], where nothing is known of the classes.
     *
     * @param features of n pictures [n, d]
     * @param labels the class of each picture, from 0 to {@code classes} - 1; every class has a picture
     */
    public static Matrix classMeans(EmbeddingMatrix features, int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return means(sums(features, labels, classes), counts);
    }

    private static Matrix sums(EmbeddingMatrix features, int[] labels, int classes) {
        float[] row = new float[features.dimension()];
        double[] sums = new double[Math.multiplyExact(classes, row.length)];
        for (int i = 0; i < labels.length; i++) {
            features.copyRow(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                sums[labels[i] * row.length + j] += row[j];
            }
        }
        return Matrix.wrap(classes, row.length, sums);
    }

    private static Matrix means(Matrix sums, int[] counts) {
        return sums.scaleRows(c -> 1.0 / counts[c]);
    }

    /** The class sums in the directions of the semantics, XᵀYS [d, a]: the sum over pictures of features times semantics. */
    public Matrix crossProduct() {
        return LinearAlgebra.backend().multiply(classSums().transpose(), semanticMatrix());
    }

    /** The semantics as doubles, S [c, a]. */
    public Matrix semanticMatrix() {
        return Matrix.of(classes(), semantics.dimension(), semantics.toArray());
    }

    /** This set with features and semantics scaled, by scalings fitted to it. Computed once for each pair. */
    public Scaled scaled(Scaling featureScaling, Scaling semanticScaling) {
        return scaled.computeIfAbsent(featureScaling + " " + semanticScaling, key -> {
            Alignment x = featureScaling.fit(features);
            Alignment s = semanticScaling.fit(semantics);
            return new Scaled(of(x.apply(features), labels, s.apply(semantics)), x, s);
        });
    }

    /**
     * A scaled training set and the maps that lead to it.
     *
     * @param examples the scaled set
     * @param features the map of features
     * @param semantics the map of semantics
     */
    public record Scaled(TrainingSet examples, Alignment features, Alignment semantics) {}
}
