package io.github.zsl4j.align;

/** Functions of one vector that alignments are made of besides linear maps: what networks have between their layers. */
public enum RowFunction {
    /** x / |x|; the zero vector stays. */
    UNIT {
        @Override
        void apply(double[] x) {
            double sum = 0;
            for (double value : x) {
                sum += value * value;
            }
            double norm = Math.sqrt(sum);
            for (int i = 0; i < x.length && norm > 0; i++) {
                x[i] /= norm;
            }
        }
    },
    /** max(0, x), each component by itself. */
    RELU {
        @Override
        double of(double x) {
            return Math.max(0, x);
        }
    },
    /** x if positive, else 0.2 x, as generators and critics have it. */
    LEAKY_RELU {
        @Override
        double of(double x) {
            return x > 0 ? x : 0.2 * x;
        }
    },
    /** The hyperbolic tangent of each component. */
    TANH {
        @Override
        double of(double x) {
            return Math.tanh(x);
        }
    },
    /** 1 / (1 + exp(-x)), each component by itself. */
    SIGMOID {
        @Override
        double of(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    },
    /** exp(x_i) / sum_j exp(x_j): logits become probabilities. */
    SOFTMAX {
        @Override
        void apply(double[] x) {
            double top = Double.NEGATIVE_INFINITY;
            for (double value : x) {
                top = Math.max(top, value);
            }
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.exp(x[i] - top);
                sum += x[i];
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= sum;
            }
        }
    },
    /** The natural logarithm; what is below 1e-30, as a probability that has become 0 is, counts as 1e-30. */
    LOG {
        @Override
        double of(double x) {
            return Math.log(Math.max(x, 1e-30));
        }
    },
    /** 1 where x is above 0, else 0: attributes that a class has or has not. */
    STEP {
        @Override
        double of(double x) {
            return x > 0 ? 1 : 0;
        }
    },
    /** The square root, with the sign kept: it evens out components that are rarely, then strongly active. */
    SQUARE_ROOT {
        @Override
        double of(double x) {
            return Math.signum(x) * Math.sqrt(Math.abs(x));
        }
    };

    /** Replaces a vector by its image. */
    void apply(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = of(x[i]);
        }
    }

    /** The function of one component, where components do not depend on each other. */
    double of(double x) {
        throw new UnsupportedOperationException(name() + " is a function of whole vectors");
    }
}
