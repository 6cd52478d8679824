package io.github.zsl4j.generate;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;

/** The computation of {@link FinalClassifier.Kind#DISCRIMINANT}. */
final class Discriminant {

    private static final int BLOCK = 2_048;

    private Discriminant() {}

    static LinearAlignment fit(EmbeddingMatrix examples, int[] labels, int classes, double shrinkage) {
        int d = examples.dimension();
        Matrix means = TrainingSet.classMeans(examples, labels, classes);
        Matrix within = within(examples, labels, means);
        double trace = 0;
        for (int j = 0; j < d; j++) {
            trace += within.get(j, j);
        }
        double[] centre = means.columnMeans();
        Matrix directions = centred(means, centre).transpose();
        double ridge = trace > 0 ? shrinkage * trace / d : 1; // one example a class: the plain metric
        Matrix weights = LinearAlgebra.backend().solve(within.plusDiagonal(ridge), directions);
        float[] unit = scaled(weights, directions).toFloats();
        EmbeddingSpace source = examples.space();
        float[] middle = floats(centre);
        EmbeddingSpace target = EmbeddingSpace.ofParameters("discriminants of " + source.name(), classes, unit, middle);
        return LinearAlignment.of(source, target, unit).withCentre(middle);
    }

    private static Matrix within(EmbeddingMatrix examples, int[] labels, Matrix means) {
        int d = examples.dimension();
        Matrix sum = Matrix.wrap(d, d, new double[Math.multiplyExact(d, d)]);
        float[] row = new float[d];
        for (int from = 0; from < labels.length; from += BLOCK) {
            int rows = Math.min(BLOCK, labels.length - from);
            double[] rest = new double[Math.multiplyExact(rows, d)];
            for (int i = 0; i < rows; i++) {
                examples.copyRow(from + i, row, 0);
                for (int j = 0; j < d; j++) {
                    rest[i * d + j] = row[j] - means.get(labels[from + i], j);
                }
            }
            sum = sum.plus(LinearAlgebra.backend().gram(Matrix.wrap(rows, d, rest)));
        }
        return sum.times(1.0 / labels.length);
    }

    private static Matrix centred(Matrix means, double[] centre) {
        double[] rows = new double[means.values().length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = means.values()[i] - centre[i % centre.length];
        }
        return Matrix.wrap(means.rows(), centre.length, rows);
    }

    /** Divides each column of weights by the root of its product with the direction; one without direction stays 0. */
    private static Matrix scaled(Matrix weights, Matrix directions) {
        int c = weights.columns();
        double[] squares = new double[c];
        for (int k = 0; k < weights.values().length; k++) {
            squares[k % c] += weights.values()[k] * directions.values()[k];
        }
        double[] unit = new double[weights.values().length];
        for (int k = 0; k < unit.length; k++) {
            unit[k] = squares[k % c] > 0 ? weights.values()[k] / Math.sqrt(squares[k % c]) : 0;
        }
        return Matrix.wrap(weights.rows(), c, unit);
    }

    private static float[] floats(double[] values) {
        return Matrix.wrap(1, values.length, values).toFloats();
    }
}
