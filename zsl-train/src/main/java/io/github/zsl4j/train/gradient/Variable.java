package io.github.zsl4j.train.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;

/**
 * A matrix in a computation whose gradient is taken: values and how they came about. Two matrices that are added or
 * multiplied have the same shape, or one of them has one row or one column, which stands for all. Valid until the step ends.
 */
public final class Variable {

    /** Added below square roots, whose gradient at 0 is infinite. */
    private static final double TINY = 1e-12;

    private static final int[] ROWS = {0};
    private static final int[] COLUMNS = {1};

    private final NDArray array;

    Variable(NDArray array) {
        this.array = array;
    }

    NDArray array() {
        return array;
    }

    /** The number of rows. */
    public int rows() {
        return (int) array.getShape().get(0);
    }

    /** The number of columns. */
    public int columns() {
        return (int) array.getShape().get(1);
    }

    /** The values, row-major; a copy. */
    public float[] values() {
        return array.toFloatArray();
    }

    /** The matrix product with {@code other}. */
    public Variable times(Variable other) {
        return new Variable(array.matMul(other.array));
    }

    public Variable transposed() {
        return new Variable(array.transpose());
    }

    public Variable plus(Variable other) {
        return new Variable(array.add(other.array));
    }

    public Variable plus(double number) {
        return new Variable(array.add(number(number)));
    }

    public Variable minus(Variable other) {
        return new Variable(array.sub(other.array));
    }

    /** Products of the components that stand at the same place. */
    public Variable scaled(Variable factors) {
        return new Variable(array.mul(factors.array));
    }

    public Variable scaled(double factor) {
        return new Variable(array.mul(number(factor)));
    }

    public Variable dividedBy(Variable divisors) {
        return new Variable(array.div(divisors.array));
    }

    public Variable squared() {
        return new Variable(array.square());
    }

    public Variable root() {
        return new Variable(array.sqrt());
    }

    public Variable absolute() {
        return new Variable(array.abs());
    }

    /** e to the power of each component. */
    public Variable exponential() {
        return new Variable(array.exp());
    }

    /** Columns {@code from} (inclusive) to {@code to} (exclusive). */
    public Variable columns(int from, int to) {
        return from == 0 && to == columns() ? this : new Variable(array.get(":, " + from + ":" + to));
    }

    /** The larger of the components that stand at the same place. */
    public Variable larger(Variable other) {
        return new Variable(NDArrays.maximum(array, other.array));
    }

    /** max(0, x). */
    public Variable relu() {
        return new Variable(Activation.relu(array));
    }

    /** x above 0, and 0.2 x below. */
    public Variable leakyRelu() {
        return new Variable(Activation.leakyRelu(array, 0.2f));
    }

    /** 1 / (1 + exp(-x)). */
    public Variable sigmoid() {
        return new Variable(Activation.sigmoid(array));
    }

    /** log(1 + exp(x)). */
    public Variable softplus() {
        return new Variable(Activation.softPlus(array));
    }

    /** 1 where x is above 0, else 0; without gradient. */
    public Variable positive() {
        return new Variable(array.gt(0).toType(DataType.FLOAT32, false));
    }

    /** The logarithm of each row's softmax. */
    public Variable logSoftmax() {
        return new Variable(array.logSoftmax(1));
    }

    /** The largest component of each row [n, 1]. */
    public Variable rowMaximum() {
        return new Variable(array.max(COLUMNS, true));
    }

    /** The sum of each row [n, 1]. */
    public Variable rowSums() {
        return new Variable(array.sum(COLUMNS, true));
    }

    /** The mean of the rows [1, m]. */
    public Variable meanRow() {
        return new Variable(array.mean(ROWS, true));
    }

    /** The mean of all components, a number. */
    public Variable mean() {
        return new Variable(array.mean());
    }

    /** The sum of all components, a number. */
    public Variable sum() {
        return new Variable(array.sum());
    }

    /** The rows of this matrix and those of {@code other} below them. */
    public Variable above(Variable other) {
        return new Variable(array.concat(other.array, 0));
    }

    /** The columns of this matrix and those of {@code other} to their right. */
    public Variable beside(Variable other) {
        return new Variable(array.concat(other.array, 1));
    }

    /** The rows scaled to length 1. */
    public Variable unitRows() {
        return dividedBy(squared().rowSums().plus(TINY).root());
    }

    /** The same values as ones that do not depend on anything. */
    public Variable constant() {
        return new Variable(array.stopGradient());
    }

    /**
     * A number that lives until the step ends. DJL's own operations with numbers close theirs at once, and the garbage
     * collector may then free what the derivative of a product has still to read.
     */
    private NDArray number(double number) {
        return array.getManager().create((float) number);
    }
}
