package io.github.zsl4j.train.gradient;

import io.github.zsl4j.train.Optimiser;
import java.util.List;

/** The state of an optimiser: for each parameter the running means of its gradient and of its square. */
final class Moments {

    private static final double MOMENTUM = 0.9;
    private static final double EPSILON = 1e-8;

    private final List<float[]> first;
    private final List<float[]> second;

    /** How often each parameter was changed; networks that take turns have numbers of their own. */
    private final long[] steps;

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
                steps[p]++;
                Direction direction = direction(optimiser.rule(), p);
                float[] values = parameters.get(p).values();
                for (int i = 0; i < values.length; i++) {
                    double gradient = factor * g[i] + optimiser.weightDecay() * values[i];
                    values[i] -= (float) (learningRate * direction.of(i, gradient));
                }
            }
        }
    }

    /** What a component's gradient becomes. */
    private interface Direction {
        double of(int i, double gradient);
    }

    private Direction direction(Optimiser.Rule rule, int p) {
        return switch (rule) {
            case SGD -> (i, gradient) -> gradient;
            case MOMENTUM -> momentum(first.get(p));
            case ADAM -> adam(p, 0.9, 0.999);
            case ADVERSARIAL_ADAM -> adam(p, 0, 0.9);
        };
    }

    private static Direction momentum(float[] sum) {
        return (i, gradient) -> sum[i] = (float) (MOMENTUM * sum[i] + gradient);
    }

    private Direction adam(int p, double b1, double b2) {
        float[] m = first.get(p);
        float[] v = second.get(p);
        // The running means begin at 0; these are the sums of the weights that they have given so far.
        double firstWeight = 1 - Math.pow(b1, steps[p]);
        double secondWeight = 1 - Math.pow(b2, steps[p]);
        return (i, gradient) -> {
            m[i] = (float) (b1 * m[i] + (1 - b1) * gradient);
            v[i] = (float) (b2 * v[i] + (1 - b2) * gradient * gradient);
            return m[i] / firstWeight / (Math.sqrt(v[i] / secondWeight) + EPSILON);
        };
    }
}
