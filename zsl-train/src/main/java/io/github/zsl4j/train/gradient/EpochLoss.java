package io.github.zsl4j.train.gradient;

import java.util.LinkedHashMap;
import java.util.Map;

/** The losses of an epoch's steps. */
final class EpochLoss {

    private final Map<String, double[]> parts = new LinkedHashMap<>();
    private double sum;
    private int steps;

    void add(Gradients step) {
        sum += step.loss();
        steps++;
        step.parts().forEach((name, number) -> {
            double[] part = parts.computeIfAbsent(name, key -> new double[2]);
            part[0] += number;
            part[1]++;
        });
    }

    /** The mean over the steps. */
    double mean() {
        return sum / steps;
    }

    /** The mean of each part over the steps that have it. */
    Map<String, Double> parts() {
        Map<String, Double> means = new LinkedHashMap<>();
        parts.forEach((name, part) -> means.put(name, part[0] / part[1]));
        return means;
    }
}
