package io.github.zsl4j.train.gradient;

import io.github.zsl4j.train.Optimiser;
import java.util.List;

/** The state of an optimiser: for each parameter the running means of its gradient and of its square. */
final class Moments {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<float[]> first;
    private final List<float[]> second;

    /** How often each parameter was changed; networks that take turns have numbers of their own. */
    private final long[] steps;

    /** The sums of the weights that the running means have given so far; they begin at 0 and tend to 1. */
    private double firstWeight;

    private double secondWeight;

    Moments(List<Parameter> parameters) {
        first = parameters.stream().map(p -> new float[p.values().length]).toList();
        second = parameters.stream().map(p -> new float[p.values().length]).toList();
        steps = new long[parameters.size()];
    }

    List<float[]> first() {
        return first;
    }

    List<float[]> second() {
        return second;
    }

    /** How often each parameter was changed: the state itself. */
    long[] steps() {
        return steps;
    }

    /** Changes the parameters that have derivatives by one step. */
    void step(List<Parameter> parameters, Gradients gradients, Optimiser optimiser, double learningRate) {
        double norm = Double.isInfinite(optimiser.clip()) ? 0 : gradients.norm();
        double factor = norm > optimiser.clip() ? optimiser.clip() / norm : 1;
        for (int p = 0; p < first.size(); p++) {
            float[] g = gradients.values().get(p);
            if (g.length > 0) {
                begin(p);
                float[] values = parameters.get(p).values();
                for (int i = 0; i < values.length; i++) {
                    double gradient = factor * g[i] + optimiser.weightDecay() * values[i];
                    values[i] -= (float) (learningRate * direction(optimiser.rule(), p, i, gradient));
                }
            }
        }
    }

    private void begin(int p) {
        steps[p]++;
        firstWeight = 1 - Math.pow(FIRST, steps[p]);
        secondWeight = 1 - Math.pow(SECOND, steps[p]);
    }

    private double direction(Optimiser.Rule rule, int p, int i, double gradient) {
        return switch (rule) {
            case SGD -> gradient;
            case MOMENTUM -> first.get(p)[i] = (float) (FIRST * first.get(p)[i] + gradient);
            case ADAM -> adam(first.get(p), second.get(p), i, gradient);
        };
    }

    private double adam(float[] m, float[] v, int i, double gradient) {
        m[i] = (float) (FIRST * m[i] + (1 - FIRST) * gradient);
        v[i] = (float) (SECOND * v[i] + (1 - SECOND) * gradient * gradient);
        return m[i] / firstWeight / (Math.sqrt(v[i] / secondWeight) + EPSILON);
    }
}
