package io.github.zsl4j.testkit;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A world in which zero-shot learning is easy: classes have random semantics s, and a picture of a class has the features
 * x = As + noise. {@link #SEEN} classes are for training and {@link #UNSEEN} for testing, with {@link #PICTURES} pictures
 * each. Immutable.
 */
public final class LinearWorld {

    /** The number of seen classes. */
    public static final int SEEN = 60;

    /** The number of unseen classes. */
    public static final int UNSEEN = 10;

    /** The number of pictures of each class. */
    public static final int PICTURES = 5;

    private static final double NOISE = 0.1;

    private final EmbeddingMatrix semantics;
    private final EmbeddingMatrix features;

    private LinearWorld(EmbeddingMatrix semantics, EmbeddingMatrix features) {
        this.semantics = semantics;
        this.features = features;
    }

    /**
     * A world with a random A.
     *
     * @param dimension of the features, d
     * @param attributes the dimension of the semantics, a
     */
    public static LinearWorld of(int dimension, int attributes, long seed) {
        Random random = new Random(seed);
        double[] map =
                random.doubles(dimension * attributes).map(u -> 2 * u - 1).toArray();
        return of(map, dimension, attributes, random);
    }

    /** A world in which features and semantics are of one space: A is the identity. */
    public static LinearWorld joint(int dimension, long seed) {
        double[] identity = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            identity[i * dimension + i] = 1;
        }
        return of(identity, dimension, dimension, new Random(seed));
    }

    private static LinearWorld of(double[] map, int d, int a, Random random) {
        float[] s = gaussian(random, (SEEN + UNSEEN) * a);
        float[] x = gaussian(random, (SEEN + UNSEEN) * PICTURES * d);
        for (int i = 0; i < x.length; i++) {
            double sum = NOISE * x[i];
            for (int k = 0; k < a; k++) {
                sum += map[i % d * a + k] * s[i / d / PICTURES * a + k];
            }
            x[i] = (float) sum;
        }
        return new LinearWorld(
                EmbeddingMatrix.wrap(EmbeddingSpace.of("semantics", a), s),
                EmbeddingMatrix.wrap(EmbeddingSpace.of("features", d), x));
    }

    private static float[] gaussian(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** The class of each picture in rows of {@link #PICTURES}. */
    private static int[] labels(int classes) {
        return IntStream.range(0, classes * PICTURES).map(i -> i / PICTURES).toArray();
    }

    /** All pictures of all seen classes. */
    public TrainingSet seen() {
        return seen(SEEN);
    }

    /** All pictures of the first {@code classes} seen classes. */
    public TrainingSet seen(int classes) {
        return TrainingSet.of(rows(features, 0, classes * PICTURES), labels(classes), rows(semantics, 0, classes));
    }

    /** The pictures of the unseen classes [{@link #UNSEEN} {@link #PICTURES}, d]. */
    public EmbeddingMatrix unseenPictures() {
        return rows(features, SEEN * PICTURES, features.rows());
    }

    /** The semantics of the unseen classes [{@link #UNSEEN}, a]. */
    public EmbeddingMatrix unseenSemantics() {
        return rows(semantics, SEEN, semantics.rows());
    }

    private static EmbeddingMatrix rows(EmbeddingMatrix matrix, int from, int to) {
        return matrix.select(IntStream.range(from, to).toArray());
    }

    /**
     * The part of the unseen pictures whose class gets the highest score.
     *
     * @param classes the semantics that are taken for those of the unseen classes
     */
    public double accuracy(ZeroShotScorer scorer, EmbeddingMatrix classes) {
        double[][] scores = scorer.scores(unseenPictures(), classes);
        int[] labels = labels(UNSEEN);
        long right = IntStream.range(0, labels.length)
                .filter(i ->
                        scores[i][labels[i]] >= Arrays.stream(scores[i]).max().orElseThrow())
                .count();
        return (double) right / labels.length;
    }
}
