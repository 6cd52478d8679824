package io.github.zsl4j.regression;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sum over examples of a loss of the logits (x - mean) W + b, plus half the penalty times |W|². As a bias is not
 * penalised, taking away the mean changes nothing but the speed of convergence. Parameters are W [d, m], row-major, then
 * b [m].
 */
final class LinearLoss implements Lbfgs.Objective {

    private static final int BLOCK = 2_048;

    /** Up to 64 MB the features are kept as doubles, both ways round. */
    private static final long KEPT = 1 << 22;

    private final EmbeddingMatrix features;
    private final int[] labels;
    private final RowLoss loss;
    private final double penalty;
    private final float[] mean;
    private final List<Block> kept;

    /** Rows of features less their mean [r, d], the same transposed, and the first row's number. */
    private record Block(Matrix x, Matrix transposed, int from) {}

    LinearLoss(EmbeddingMatrix features, int[] labels, RowLoss loss, double penalty) {
        this.features = features;
        this.labels = labels;
        this.loss = loss;
        this.penalty = penalty;
        this.mean = floats(features.mean(), 0, features.dimension());
        boolean small = (long) features.rows() * features.dimension() <= KEPT;
        this.kept = small ? starts().mapToObj(this::block).toList() : null;
    }

    private IntStream starts() {
        return IntStream.iterate(0, from -> from < labels.length, from -> from + BLOCK);
    }

    private Block block(int from) {
        int d = mean.length;
        int rows = Math.min(BLOCK, labels.length - from);
        float[] row = new float[d];
        double[] x = new double[Math.multiplyExact(rows, d)];
        for (int i = 0; i < rows; i++) {
            features.copyRow(from + i, row, 0);
            for (int j = 0; j < d; j++) {
                x[i * d + j] = (double) row[j] - mean[j];
            }
        }
        Matrix matrix = Matrix.wrap(rows, d, x);
        return new Block(matrix, matrix.transpose(), from);
    }

    private Block at(int from) {
        return kept == null ? block(from) : kept.get(from / BLOCK);
    }

    int size() {
        return Math.multiplyExact(mean.length + 1, loss.outputs());
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        int weights = mean.length * loss.outputs();
        double sum = 0;
        for (int k = 0; k < weights; k++) {
            gradient[k] = penalty * parameters[k];
            sum += penalty * parameters[k] * parameters[k] / 2;
        }
        Arrays.fill(gradient, weights, gradient.length, 0);
        Matrix w = Matrix.wrap(mean.length, loss.outputs(), Arrays.copyOf(parameters, weights));
        double[] b = Arrays.copyOfRange(parameters, weights, parameters.length);
        for (int from : starts().toArray()) {
            sum += add(at(from), w, b, gradient);
        }
        return sum;
    }

    /** Adds a block's part to the gradient, and returns its loss. */
    private double add(Block block, Matrix w, double[] b, double[] gradient) {
        LinearAlgebra algebra = LinearAlgebra.backend();
        double[] z = algebra.multiply(block.x, w).values().clone();
        double sum = 0;
        for (int i = 0; i < block.x.rows(); i++) {
            sum += differentiate(z, i, b, labels[block.from + i]);
        }
        Matrix derivatives = Matrix.wrap(block.x.rows(), b.length, z);
        double[] slopes = algebra.multiply(block.transposed, derivatives).values();
        for (int k = 0; k < slopes.length; k++) {
            gradient[k] += slopes[k];
        }
        for (int k = 0; k < z.length; k++) {
            gradient[slopes.length + k % b.length] += z[k];
        }
        return sum;
    }

    /** Adds the bias to the logits of an example, replaces them by the derivatives of its loss, and returns that. */
    private double differentiate(double[] z, int example, double[] b, int label) {
        int from = example * b.length;
        for (int j = 0; j < b.length; j++) {
            z[from + j] += b[j];
        }
        return loss.differentiate(z, from, label);
    }

    /** For losses whose second derivative by a logit is at most 1/4; null if it costs more than it saves. */
    Preconditioner quarterBound() {
        int d = mean.length;
        if (!CurvatureBound.pays(labels.length, d, loss.outputs())) {
            return null;
        }
        double[] sum = new double[Math.multiplyExact(d, d)];
        for (int from : starts().toArray()) {
            double[] part = LinearAlgebra.backend().gram(at(from).x).values();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += part[k];
            }
        }
        return new CurvatureBound(Matrix.wrap(d, d, sum), labels.length, penalty);
    }

    /** The map with the smallest loss. */
    LinearAlignment minimum(String name, double tolerance) {
        return minimum(name, tolerance, null);
    }

    /** @param preconditioner null if there is none */
    LinearAlignment minimum(String name, double tolerance, Preconditioner preconditioner) {
        double[] found = Lbfgs.minimise(this, preconditioner, size(), tolerance);
        int m = loss.outputs();
        float[] weights = floats(found, 0, mean.length * m);
        float[] bias = floats(found, weights.length, m);
        EmbeddingSpace source = features.space();
        EmbeddingSpace target = EmbeddingSpace.ofParameters(name + " of " + source.name(), m, weights, bias, mean);
        return LinearAlignment.of(source, target, weights).withCentre(mean).withBias(bias);
    }

    private static float[] floats(double[] values, int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) values[from + i];
        }
        return floats;
    }
}
