package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Semantics as attributes that a class has or has not: those above a threshold. */
final class BinaryAttributes {

    private final EmbeddingSpace semantics;
    private final float[] thresholds;
    private final boolean[][] truth;
    private final int[] telling;

    BinaryAttributes(TrainingSet examples, OptionalDouble threshold) {
        EmbeddingMatrix seen = examples.semantics();
        semantics = seen.space();
        thresholds = new float[seen.dimension()];
        double[] mean = examples.semanticMatrix().columnMeans();
        for (int j = 0; j < thresholds.length; j++) {
            thresholds[j] = (float) threshold.orElse(mean[j]);
        }
        truth = new boolean[seen.rows()][thresholds.length];
        for (int c = 0; c < truth.length; c++) {
            float[] row = seen.row(c).toArray();
            for (int j = 0; j < row.length; j++) {
                truth[c][j] = row[j] > thresholds[j];
            }
        }
        telling = IntStream.range(0, thresholds.length)
                .filter(j -> prior(j) > 0 && prior(j) < 1)
                .toArray();
        if (telling.length == 0) {
            throw new IllegalArgumentException(
                    "No attribute is above the threshold for some seen classes and not for others;"
                            + " leave the threshold out to have the mean of each attribute");
        }
    }

    /** The number of attributes, a. */
    int count() {
        return thresholds.length;
    }

    /** Whether a seen class has an attribute. */
    boolean has(int index, int attribute) {
        return truth[index][attribute];
    }

    /** The part of the seen classes that have an attribute. */
    double prior(int attribute) {
        return (double) Arrays.stream(truth).filter(row -> row[attribute]).count() / truth.length;
    }

    /** The attributes that some seen classes have and others have not, ascending. */
    int[] telling() {
        return telling.clone();
    }

    /** For each class, whether it has each of the telling attributes. */
    boolean[][] tellingTruth() {
        boolean[][] chosen = new boolean[truth.length][telling.length];
        for (int c = 0; c < truth.length; c++) {
            for (int k = 0; k < telling.length; k++) {
                chosen[c][k] = truth[c][telling[k]];
            }
        }
        return chosen;
    }

    /** From semantics to attributes in {0, 1}. */
    Alignment map(EmbeddingSpace target) {
        float[] ones = new float[thresholds.length];
        Arrays.fill(ones, 1);
        EmbeddingSpace above =
                EmbeddingSpace.ofParameters(semantics.name() + " above thresholds", thresholds.length, thresholds);
        return AlignmentChain.of(
                ScalingAlignment.of(semantics, above, thresholds, ones),
                FunctionAlignment.of(above, target, RowFunction.STEP));
    }
}
