package io.github.zsl4j.simd;

import io.github.zsl4j.embedding.BlockKernel;
import java.util.Optional;

/**
 * Compares vectors with the JDK's Vector API: sums stay in registers over all dimensions. Available where the JVM was started
 * with {@code --add-modules jdk.incubator.vector} and compiles with HotSpot's optimising compiler (C2), without which every
 * operation of that API is a slow call. Results are the plain kernel's, bit for bit.
 */
public final class VectorKernel implements BlockKernel {

    private static final String MODULE = "jdk.incubator.vector";

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Optional<String> obstacle() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.of("Java was started without --add-modules " + MODULE);
        }
        if (!compilesWell(System.getProperty("java.vm.info", ""))) {
            return Optional.of("this JVM runs without its optimising compiler (-Xint, -XX:TieredStopAtLevel)");
        }
        return Lanes.COUNT < Lanes.FEWEST
                ? Optional.of("this processor's vectors hold " + Lanes.COUNT + " floats, fewer than " + Lanes.FEWEST)
                : Optional.empty();
    }

    /** @param info what HotSpot says about its way of running, such as "mixed mode, sharing" */
    static boolean compilesWell(String info) {
        return !info.contains("interpreted") && !info.contains("emulated-client");
    }

    @Override
    public Block pack(float[] rows, int dimension) {
        return new Panels(rows, dimension);
    }

    @Override
    public Sums products(float[] queries, int dimension) {
        return new ProductPanels(queries, dimension);
    }

    @Override
    public Sums negativeSquaredDistances(float[] queries, int dimension) {
        return new DistancePanels(queries, dimension);
    }
}
