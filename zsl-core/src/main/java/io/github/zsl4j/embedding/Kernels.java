package io.github.zsl4j.embedding;

import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the kernel once. */
final class Kernels {

    /** An iterator of services need not get past what it fails at. */
    private static final int MOST_FAILURES = 8;

    static final BlockKernel PLAIN = new ColumnKernel();
    static final BlockKernel CHOSEN =
            choose(ServiceLoader.load(BlockKernel.class).iterator(), System.getProperty("zsl4j.kernel", ""));

    private Kernels() {}

    /**
     * @param wanted a kernel's name, or empty for the first that is available
     * @throws IllegalArgumentException if the wanted one is not there or not available
     */
    static BlockKernel choose(Iterator<BlockKernel> found, String wanted) {
        if (wanted.equals(PLAIN.name())) {
            return PLAIN;
        }
        for (BlockKernel kernel = next(found); kernel != null; kernel = next(found)) {
            if ((wanted.isEmpty() || wanted.equals(kernel.name())) && isAvailable(kernel, wanted)) {
                log().debug("Vectors are compared by the kernel '{}'", kernel.name());
                return kernel;
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("zsl4j.kernel=" + wanted + ": no such kernel is on the class path; '"
                    + PLAIN.name() + "' always is");
        }
        return PLAIN;
    }

    private static boolean isAvailable(BlockKernel kernel, String wanted) {
        Optional<String> obstacle = kernel.obstacle();
        if (obstacle.isPresent() && !wanted.isEmpty()) {
            throw new IllegalArgumentException("zsl4j.kernel=" + wanted + ": " + obstacle.get());
        }
        obstacle.ifPresent(why -> log().debug("The kernel '{}' is not available: {}", kernel.name(), why));
        return obstacle.isEmpty();
    }

    /** The next kernel that can be made, or null: one that cannot be loaded must not take the plain one along. */
    private static BlockKernel next(Iterator<BlockKernel> found) {
        for (int failures = 0; failures < MOST_FAILURES; failures++) {
            try {
                return found.hasNext() ? found.next() : null;
            } catch (ServiceConfigurationError | LinkageError e) {
                log().warn("A kernel for comparing vectors cannot be loaded and is left out", e);
            }
        }
        return null;
    }

    /** Made only when there is something to say: without a provider, SLF4J prints a warning when it is first touched. */
    private static Logger log() {
        return LoggerFactory.getLogger(BlockKernel.class);
    }
}
