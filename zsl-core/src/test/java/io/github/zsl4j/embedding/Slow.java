package io.github.zsl4j.embedding;

import java.util.Random;

/** The formulas as they stand in books, in double precision: what the float arithmetic is checked against. */
final class Slow {

    /** The relative error of one rounding to float. */
    static final double ROUNDING = 0x1p-24;

    private Slow() {}

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** The sum of |a_i b_i|: what the rounding errors of a dot product are relative to. */
    static double absoluteDot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((double) a[i] * b[i]);
        }
        return sum;
    }

    static double cosine(float[] a, float[] b) {
        double lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        return lengths == 0 ? 0 : dot(a, b) / lengths;
    }

    static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow((double) a[i] - b[i], 2);
        }
        return sum;
    }

    /** Normal values, times a scale between 0.01 and 100 of the vector's own. */
    static float[] random(Random random, int size) {
        double scale = Math.pow(10, random.nextDouble() * 4 - 2);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }
}
