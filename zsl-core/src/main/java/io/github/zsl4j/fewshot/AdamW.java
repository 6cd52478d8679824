package io.github.zsl4j.fewshot;

/** Adam with decoupled weight decay, as PyTorch has it. Keeps the moments of one set of parameters. */
final class AdamW {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-4;
    private static final double DECAY = 0.01;

    private final double[] means;
    private final double[] squares;
    private int steps;

    AdamW(int parameters) {
        this.means = new double[parameters];
        this.squares = new double[parameters];
    }

    /** Changes the parameters by one step against the gradient. */
    void step(double[] parameters, double[] gradient, double learningRate) {
        steps++;
        double first = 1 - Math.pow(FIRST, steps);
        double second = 1 - Math.pow(SECOND, steps);
        for (int k = 0; k < parameters.length; k++) {
            means[k] = FIRST * means[k] + (1 - FIRST) * gradient[k];
            squares[k] = SECOND * squares[k] + (1 - SECOND) * gradient[k] * gradient[k];
            parameters[k] *= 1 - learningRate * DECAY;
            parameters[k] -= learningRate * means[k] / first / (Math.sqrt(squares[k] / second) + EPSILON);
        }
    }
}
