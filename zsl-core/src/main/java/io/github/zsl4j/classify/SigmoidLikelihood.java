package io.github.zsl4j.classify;

/**
 * The mean negative log-likelihood -(t ln p + (1 - t) ln(1 - p)) of targets t in [0, 1] under p = 1 / (1 + exp(-(a x + b)))
 * and where Newton's method goes from a point of it. Convex in a and b.
 */
final class SigmoidLikelihood {

    /** As much is added to the second derivatives that one always can divide by them (Lin, Lin and Weng). */
    private static final double RIDGE = 1e-12;

    /** a x + b: a point, or a step from one to another. */
    record Line(double slope, double intercept) {

        Line plus(Line step, double factor) {
            return new Line(slope + factor * step.slope, intercept + factor * step.intercept);
        }
    }

    /**
     * @param step to the minimum of the parabola that fits here
     * @param descent the derivative along the step, at most 0
     */
    record Newton(Line step, double descent) {}

    private final double[] x;
    private final double[] targets;

    SigmoidLikelihood(double[] x, double[] targets) {
        this.x = x;
        this.targets = targets;
    }

    double at(Line line) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double logit = line.slope * x[i] + line.intercept;
            // ln(1 + e^y) - t y, with the logarithm split so that it neither overflows nor cancels.
            sum += Math.log1p(Math.exp(-Math.abs(logit)))
                    + (logit > 0 ? (1 - targets[i]) * logit : -targets[i] * logit);
        }
        return sum / x.length;
    }

    Newton newton(Line line) {
        double a = 0;
        double b = 0;
        double aa = RIDGE;
        double ab = 0;
        double bb = RIDGE;
        for (int i = 0; i < x.length; i++) {
            double p = SigmoidCalibration.sigmoid(line.slope * x[i] + line.intercept);
            double error = (p - targets[i]) / x.length;
            double weight = p * (1 - p) / x.length;
            a += error * x[i];
            b += error;
            aa += weight * x[i] * x[i];
            ab += weight * x[i];
            bb += weight;
        }
        double determinant = aa * bb - ab * ab;
        Line step = new Line((ab * b - bb * a) / determinant, (ab * a - aa * b) / determinant);
        return new Newton(step, a * step.slope + b * step.intercept);
    }
}
