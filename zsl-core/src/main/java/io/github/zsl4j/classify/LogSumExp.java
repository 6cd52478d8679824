package io.github.zsl4j.classify;

/** A soft maximum that does not overflow. */
final class LogSumExp {

    private LogSumExp() {}

    /**
     * (1 / scale) ln sum_i exp(scale x_i).
     *
     * @param values at least one, finite
     * @param scale above 0
     */
    static double of(double[] values, double scale) {
        double top = values[0];
        for (double x : values) {
            top = Math.max(top, x);
        }
        double sum = 0;
        for (double x : values) {
            sum += Math.exp(scale * (x - top));
        }
        return top + Math.log(sum) / scale;
    }
}
