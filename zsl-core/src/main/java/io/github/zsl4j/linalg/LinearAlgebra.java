package io.github.zsl4j.linalg;

/**
 * The heavy operations behind the closed forms. The library carries EJML for all of them; a backend that is found through
 * {@link java.util.ServiceLoader} may do better at large products and decompositions. Results of two backends agree to
 * within rounding. Implementations are stateless and thread-safe, never write to their arguments, and return new matrices.
 *
 * <p>A backend is a public class with a public constructor without parameters, named in
 * {@code META-INF/services/io.github.zsl4j.linalg.LinearAlgebra}.
 */
public interface LinearAlgebra {

    /** The backend in use: the first that is on the class path, else EJML; the system property {@code zsl4j.linalg} names one. */
    static LinearAlgebra backend() {
        return Backends.CHOSEN;
    }

    /** The backend that is always there, in plain Java. */
    static LinearAlgebra plain() {
        return Backends.PLAIN;
    }

    /** A short name, such as {@code ejml}. */
    String name();

    /**
     * @param a [n, k]
     * @param b [k, m]
     * @return a b [n, m]
     * @throws IllegalArgumentException if the inner dimensions differ
     */
    Matrix multiply(Matrix a, Matrix b);

    /**
     * @param a [n, d]
     * @return aᵀa [d, d], exactly symmetric
     */
    Matrix gram(Matrix a);

    /**
     * The eigenvalues and eigenvectors of a symmetric matrix.
     *
     * @param a [d, d], of which the lower triangle may be all that is read
     */
    Eigen eigen(Matrix a);

    /**
     * Solves a x = b by Cholesky's decomposition.
     *
     * @param a [d, d], symmetric and positive definite
     * @param b [d, m]
     * @return x [d, m]
     * @throws ArithmeticException if {@code a} is not positive definite to within rounding
     */
    Matrix solve(Matrix a, Matrix b);

    /**
     * a = vectors diag(values) vectorsᵀ.
     *
     * @param values [d], in no particular order
     * @param vectors [d, d], orthonormal, one a column, in the order of the values
     */
    record Eigen(double[] values, Matrix vectors) {}
}
