package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.prototype.Prototypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Classes that are Gaussians around points of a sphere, and descriptions of them of the same kind. The last dimension is 0, for
 * tests to put something there.
 */
final class SphereWorld {

    static final int CLASSES = 10;
    static final double SCALE = 16;
    private static final int DIMENSION = 33;
    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("sphere", DIMENSION);

    private final Random random;
    private final float[][] centres = new float[CLASSES][];

    SphereWorld(long seed) {
        this.random = new Random(seed);
        for (int c = 0; c < CLASSES; c++) {
            centres[c] = gaussian(1);
        }
    }

    private float[] gaussian(double deviation) {
        float[] values = new float[DIMENSION];
        for (int j = 0; j < DIMENSION - 1; j++) {
            values[j] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    static String label(int c) {
        return "class " + c;
    }

    static List<String> labels() {
        return IntStream.range(0, CLASSES).mapToObj(SphereWorld::label).toList();
    }

    /** Some examples of each class, one of every class after the other. */
    SupportSet examples(int each, double noise) {
        float[] values = new float[each * CLASSES * DIMENSION];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < each * CLASSES; i++) {
            System.arraycopy(near(centres[i % CLASSES], noise), 0, values, i * DIMENSION, DIMENSION);
            labels.add(label(i % CLASSES));
        }
        return SupportSet.of(labels, EmbeddingMatrix.wrap(SPACE, values));
    }

    private float[] near(float[] centre, double noise) {
        float[] values = gaussian(noise);
        for (int j = 0; j < DIMENSION; j++) {
            values[j] += centre[j];
        }
        return values;
    }

    /** What is known of the classes by words. */
    Prototypes described(double noise) {
        float[] values = new float[CLASSES * DIMENSION];
        for (int c = 0; c < CLASSES; c++) {
            System.arraycopy(near(centres[c], noise), 0, values, c * DIMENSION, DIMENSION);
        }
        return Prototypes.of(labels(), EmbeddingMatrix.wrap(SPACE, values));
    }

    static PrototypeRanker ranker(Prototypes prototypes) {
        return new PrototypeRanker(prototypes, Similarity.COSINE, Calibration.softmax(SCALE));
    }

    static LabelledScores scores(Ranker ranker, SupportSet queries) {
        return LabelledScores.of(ranker.scores(queries.vectors()), queries.indicesAmong(ranker.labels()));
    }

    static double accuracy(Ranker ranker, SupportSet queries) {
        return scores(ranker, queries).topAccuracy(1);
    }

    /** In nats. */
    static double nll(Ranker ranker, SupportSet queries) {
        return NegativeLogLikelihood.mean(
                scores(ranker, queries), ranker.calibration().scale());
    }

    /** The same vectors with the labels of their neighbours: what is learned from them is wrong. */
    static SupportSet mislabelled(SupportSet set) {
        List<String> labels = new ArrayList<>(set.labels());
        Collections.rotate(labels, 1);
        return SupportSet.of(labels, set.vectors());
    }
}
