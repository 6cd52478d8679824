package io.github.zsl4j.train.gradient;

import java.util.Objects;
import java.util.Random;

/**
 * A matrix that is learned. Its values change in training.
 *
 * @param name tells it from the others of a method
 * @param rows at least 1
 * @param columns at least 1
 * @param values row-major [rows, columns]; not copied
 */
public record Parameter(String name, int rows, int columns, float[] values) {

    public Parameter {
        Objects.requireNonNull(name, "name");
        if (values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    name + ": " + values.length + " values are not " + rows + " rows of " + columns);
        }
    }

    /** Independent values, uniform in [-bound, bound). */
    public static Parameter uniform(String name, int rows, int columns, double bound, Random random) {
        float[] values = new float[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return new Parameter(name, rows, columns, values);
    }

    /** The same with values of its own. */
    Parameter copy() {
        return new Parameter(name, rows, columns, values.clone());
    }

    /** [columns, rows], row-major. */
    public float[] transposed() {
        float[] turned = new float[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = values[i * columns + j];
            }
        }
        return turned;
    }
}
