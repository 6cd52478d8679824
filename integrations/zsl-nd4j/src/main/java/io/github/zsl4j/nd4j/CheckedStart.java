package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a native library when it is first needed, and tries every operation on it once: OpenBLAS 0.3.19's kernels for
 * processors with AVX-512 (SkylakeX, Cooperlake) were seen to give wrong products and eigenvectors without an error, as its
 * issues 2986 and 3494 say too. A library that does not load or does not pass is left out, with one warning. Thread-safe.
 */
final class CheckedStart {

    private static final Logger LOG = LoggerFactory.getLogger(Nd4jLinearAlgebra.class);

    /** Above the sizes to which the kernels cut their work, and no multiple of them. */
    private static final int ROWS = 300;

    private static final int COLUMNS = 257;
    private static final int SIDES = 131;

    /** Against values of about 300; right kernels differ by 1e-12. */
    private static final double TOLERANCE = 1e-8;

    private final Supplier<Kernels> library;
    private Optional<Kernels> started;

    CheckedStart(Supplier<Kernels> library) {
        this.library = library;
    }

    /** The library, or nothing if it cannot be used. */
    synchronized Optional<Kernels> kernels() {
        if (started == null) {
            started = start();
        }
        return started;
    }

    private Optional<Kernels> start() {
        try {
            Kernels kernels = library.get();
            String wrong = wrong(kernels);
            if (wrong == null) {
                return Optional.of(kernels);
            }
            LOG.warn(
                    "The native library gives wrong {} on this processor and is left out for plain Java;"
                            + " OPENBLAS_CORETYPE=Haswell in the environment may help",
                    wrong);
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("The native library cannot be loaded; plain Java does its work", e);
        }
        return Optional.empty();
    }

    /** What the library gets wrong, or null. */
    private static String wrong(Kernels kernels) {
        LinearAlgebra plain = LinearAlgebra.plain();
        Matrix a = random(ROWS, COLUMNS);
        Matrix b = random(COLUMNS, SIDES);
        Matrix gram = plain.multiply(a.transpose(), a);
        if (!near(kernels.multiply(a, b), plain.multiply(a, b))) {
            return "products";
        }
        if (!near(kernels.gram(a), gram)) {
            return "Gram matrices";
        }
        return decomposes(kernels, gram.plusDiagonal(ROWS), b) ? null : "solutions or eigenvectors";
    }

    private static boolean decomposes(Kernels kernels, Matrix regular, Matrix b) {
        try {
            Matrix x = kernels.solve(regular, b);
            return near(LinearAlgebra.plain().multiply(regular, x), b)
                    && near(product(kernels.eigen(regular)), regular);
        } catch (ArithmeticException e) {
            LOG.debug("The native library does not decompose a regular matrix", e);
            return false;
        }
    }

    private static Matrix product(LinearAlgebra.Eigen eigen) {
        Matrix turned = eigen.vectors().transpose();
        return LinearAlgebra.plain().multiply(eigen.vectors(), turned.scaleRows(i -> eigen.values()[i]));
    }

    private static boolean near(Matrix found, Matrix expected) {
        double[] values = expected.values();
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(found.values()[i] - values[i]) < TOLERANCE)) { // false for NaN too
                return false;
            }
        }
        return true;
    }

    private static Matrix random(int rows, int columns) {
        Random random = new Random(rows);
        return Matrix.wrap(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }
}
