package io.github.zsl4j.regression;

/**
 * About the inverse of a function's second derivatives, symmetric and positive definite: the nearer, the fewer steps lead to the
 * minimum.
 */
@FunctionalInterface
interface Preconditioner {

    /** The product with a direction; a new array. */
    double[] times(double[] direction);
}
