package io.github.zsl4j.linalg;

import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the backend once. */
final class Backends {

    private static final Logger LOG = LoggerFactory.getLogger(LinearAlgebra.class);

    /** An iterator of services need not get past what it fails at. */
    private static final int MOST_FAILURES = 8;

    static final LinearAlgebra PLAIN = new EjmlLinearAlgebra();
    static final LinearAlgebra CHOSEN =
            find(System.getProperty("zsl4j.linalg", "")).orElse(PLAIN);

    private Backends() {}

    private static Optional<LinearAlgebra> find(String wanted) {
        if (wanted.equals(PLAIN.name())) {
            return Optional.empty();
        }
        Iterator<LinearAlgebra> found = ServiceLoader.load(LinearAlgebra.class).iterator();
        for (LinearAlgebra backend = next(found); backend != null; backend = next(found)) {
            if (wanted.isEmpty() || wanted.equals(backend.name())) {
                LOG.debug("Linear algebra by {}", backend.name());
                return Optional.of(backend);
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "zsl4j.linalg=" + wanted + ": no such backend is on the class path; 'ejml' always is");
        }
        return Optional.empty();
    }

    /** The next backend that can be made, or null: one whose native library does not load must not take the plain one along. */
    private static LinearAlgebra next(Iterator<LinearAlgebra> found) {
        for (int failures = 0; failures < MOST_FAILURES; failures++) {
            try {
                return found.hasNext() ? found.next() : null;
            } catch (ServiceConfigurationError | LinkageError e) {
                LOG.warn("A backend for linear algebra cannot be loaded and is left out", e);
            }
        }
        return null;
    }
}
