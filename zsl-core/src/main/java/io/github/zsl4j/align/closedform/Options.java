package io.github.zsl4j.align.closedform;

import java.util.OptionalDouble;

/** Checks of options. */
final class Options {

    private Options() {}

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
