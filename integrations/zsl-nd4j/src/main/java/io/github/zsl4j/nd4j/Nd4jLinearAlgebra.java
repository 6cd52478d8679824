package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Large operations on the OpenBLAS that ND4J carries, in doubles and on all cores; small ones in plain Java. Which it is
 * depends on the shapes alone. Native memory is freed before a method returns: blocks of rows of 8 MB each, a copy of
 * the right side of a product or system, and one of a square matrix, three for eigenvalues.
 *
 * <p>OpenBLAS is called without ND4J's own arrays, whose native code takes seconds to start, whose eigenvalues take three
 * times and whose {@code solve} a hundred times as long.
 *
 * <p>The library is loaded with the first large operation. If it does not load, or is found to calculate wrongly on this
 * processor, a warning is logged once and plain Java does the work, as it does an operation for which native memory is
 * short. {@code -Dzsl4j.linalg=ejml} leaves this backend out. Stateless but for that, and thread-safe.
 */
public final class Nd4jLinearAlgebra implements LinearAlgebra {

    private static final Logger LOG = LoggerFactory.getLogger(Nd4jLinearAlgebra.class);

    /** Multiplications from which on an operation is large, 256³: plain Java needs 10 ms or more for them. */
    private static final long LARGE = 1L << 24;

    private static final CheckedStart OPENBLAS = new CheckedStart(() -> OpenBlas.start());

    private final CheckedStart library;
    private final long large;

    /** The backend, of which no part is loaded yet; {@link LinearAlgebra#backend()} is the usual way to it. */
    public Nd4jLinearAlgebra() {
        this(OPENBLAS, LARGE);
    }

    /** @param large multiplications from which on an operation goes to the library */
    Nd4jLinearAlgebra(CheckedStart library, long large) {
        this.library = library;
        this.large = large;
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        boolean fits = a.columns() == b.rows();
        double work = fits ? (double) a.rows() * a.columns() * b.columns() : 0;
        return run(work, kernels -> kernels.multiply(a, b), () -> plain().multiply(a, b));
    }

    @Override
    public Matrix gram(Matrix a) {
        double work = (double) a.rows() * a.columns() * a.columns();
        return run(work, kernels -> kernels.gram(a), () -> plain().gram(a));
    }

    @Override
    public Eigen eigen(Matrix a) {
        double work = a.rows() == a.columns() ? Math.pow(a.rows(), 3) : 0;
        return run(work, kernels -> kernels.eigen(a), () -> plain().eigen(a));
    }

    @Override
    public Matrix solve(Matrix a, Matrix b) {
        boolean fits = a.rows() == a.columns() && a.rows() == b.rows();
        double work = fits ? (double) a.rows() * a.rows() * (a.rows() + b.columns()) : 0;
        return run(work, kernels -> kernels.solve(a, b), () -> plain().solve(a, b));
    }

    private static LinearAlgebra plain() {
        return LinearAlgebra.plain();
    }

    /** Shapes that do not fit count as no work, and plain Java refuses them; so it does what LAPACK cannot solve. */
    private <R> R run(double work, Function<Kernels, R> here, Supplier<R> elsewhere) {
        Optional<Kernels> kernels = work > 0 && work >= large ? library.kernels() : Optional.empty();
        if (kernels.isEmpty()) {
            return elsewhere.get();
        }
        try {
            return here.apply(kernels.get());
        } catch (ArithmeticException e) {
            LOG.debug("Plain Java tries again", e);
        } catch (OutOfMemoryError e) { // of JavaCPP, which keeps to its own limits
            LOG.warn(
                    "Memory is short for native copies, and plain Java does without them;"
                            + " -Dorg.bytedeco.javacpp.maxbytes and maxphysicalbytes are the limits",
                    e);
        }
        return elsewhere.get();
    }
}
