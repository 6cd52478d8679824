package io.github.zsl4j.align.closedform;

import java.util.OptionalDouble;

/** Checks of options. */
final class Options {

    /** The tolerance of regressions whose result should not depend on it. */
    static final double EXACT = 1e-8;

    private Options() {}

    static void requireTolerance(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("tolerance must be between 0 and 1, not " + value);
        }
    }

    static void requireAtLeastZero(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, not " + value);
        }
    }

    static void requireAboveZero(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be above 0 and finite, not " + value);
        }
    }

    static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    static void requireFinite(String name, OptionalDouble value) {
        if (!Double.isFinite(value.orElse(0))) {
            throw new IllegalArgumentException(name + " must be finite, not " + value.getAsDouble());
        }
    }
}
