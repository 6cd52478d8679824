package io.github.zsl4j.linalg;

import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the backend once. */
final class Backends {

    private static final Logger LOG = LoggerFactory.getLogger(LinearAlgebra.class);

    static final LinearAlgebra PLAIN = new EjmlLinearAlgebra();
    static final LinearAlgebra CHOSEN =
            find(System.getProperty("zsl4j.linalg", "")).orElse(PLAIN);

    private Backends() {}

    private static Optional<LinearAlgebra> find(String wanted) {
        if (wanted.equals(PLAIN.name())) {
            return Optional.empty();
        }
        Iterator<LinearAlgebra> found = ServiceLoader.load(LinearAlgebra.class).iterator();
        while (hasNext(found)) {
            LinearAlgebra backend = found.next();
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

    /** A backend whose native library does not load must not take the plain one with it. */
    private static boolean hasNext(Iterator<LinearAlgebra> found) {
        try {
            return found.hasNext();
        } catch (java.util.ServiceConfigurationError e) {
            LOG.warn("A backend for linear algebra cannot be loaded and is left out", e);
            return false;
        }
    }
}
