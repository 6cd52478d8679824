package io.github.zsl4j.vision.preprocess;

import java.util.function.DoubleUnaryOperator;

/**
 * Pillow's antialiasing filters: weight as a function of the distance from the centre, in output pixels when the picture
 * shrinks and in input pixels when it grows ({@code src/libImaging/Resample.c} of Pillow).
 */
public enum Interpolation {
    /** Pillow's code 0: the nearest pixel, without antialiasing. */
    NEAREST(0, 0.5, x -> 1),
    /** Pillow's code 1: a sinc window of sinc, radius 3. */
    LANCZOS(1, 3, x -> -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0),
    /** Pillow's code 2: a triangle, radius 1. */
    BILINEAR(2, 1, x -> Math.max(0, 1 - Math.abs(x))),
    /** Pillow's code 3: Keys' cubic with a = -0.5, radius 2. */
    BICUBIC(3, 2, Interpolation::cubic),
    /** Pillow's code 4: the mean of the pixels covered. */
    BOX(4, 0.5, x -> x > -0.5 && x <= 0.5 ? 1 : 0),
    /** Pillow's code 5: a Hamming window of sinc, radius 1. */
    HAMMING(5, 1, Interpolation::hamming);

    private final int pillowCode;
    private final double radius;
    private final DoubleUnaryOperator weight;

    Interpolation(int pillowCode, double radius, DoubleUnaryOperator weight) {
        this.pillowCode = pillowCode;
        this.radius = radius;
        this.weight = weight;
    }

    /**
     * @param code as model configurations write it ({@code resample})
     * @throws IllegalArgumentException if there is no such filter
     */
    public static Interpolation ofPillowCode(int code) {
        for (Interpolation i : values()) {
            if (i.pillowCode == code) {
                return i;
            }
        }
        throw new IllegalArgumentException("No interpolation has the code " + code + "; use 0 to 5");
    }

    /** The number that Pillow and model configurations use. */
    public int pillowCode() {
        return pillowCode;
    }

    /** How far the filter reaches; its weight is 0 beyond. */
    double radius() {
        return radius;
    }

    double weight(double distance) {
        return weight.applyAsDouble(distance);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }

    private static double cubic(double distance) {
        double a = -0.5;
        double x = Math.abs(distance);
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    private static double hamming(double distance) {
        double x = Math.abs(distance);
        if (x == 0) {
            return 1;
        }
        // Pillow writes the window's constants as single-precision floats.
        return x >= 1 ? 0 : sinc(x) * (0.54f + 0.46f * Math.cos(x * Math.PI));
    }
}
