package io.github.zsl4j.regression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Minimises a smooth convex function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.
 *
 * <p><b>References:</b> Nocedal and Wright, "Numerical Optimization", 2nd edition 2006, algorithm 7.5; the line search by
 * bisection is that of Lewis and Overton, "Nonsmooth optimization via quasi-Newton methods", Mathematical Programming 2013.
 */
final class Lbfgs {

    /** A function and its gradient. */
    interface Objective {

        /**
         * @param x where
         * @param gradient is overwritten with the gradient at x
         * @return the value at x
         */
        double at(double[] x, double[] gradient);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Lbfgs.class);

    private static final int MEMORY = 20;
    private static final int ITERATIONS = 5_000;
    private static final int STEPS = 50;
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    /** What a sum over many examples may be off by rounding, relative to its value. */
    private static final double ROUNDING = 1e-14;

    private final Objective objective;
    private final Preconditioner preconditioner;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] x;
    private double[] gradient;
    private double value;

    /** A step and the change of the gradient along it. */
    private record Pair(double[] step, double[] change, double product) {}

    private Lbfgs(Objective objective, Preconditioner preconditioner, int size) {
        this.objective = objective;
        this.preconditioner = preconditioner;
        this.x = new double[size];
        this.gradient = new double[size];
        this.value = objective.at(x, gradient);
    }

    /**
     * Starts at 0 and stops where the gradient has become {@code tolerance} times what it was there, or where rounding
     * hides any further decrease.
     */
    static double[] minimise(Objective objective, int size, double tolerance) {
        return minimise(objective, null, size, tolerance);
    }

    /** @param preconditioner null if nothing is known of the second derivatives */
    static double[] minimise(Objective objective, Preconditioner preconditioner, int size, double tolerance) {
        Lbfgs search = new Lbfgs(objective, preconditioner, size);
        double wanted = tolerance * Math.sqrt(dot(search.gradient, search.gradient));
        for (int i = 0; i < ITERATIONS; i++) {
            if (Math.sqrt(dot(search.gradient, search.gradient)) <= wanted || !search.step()) {
                return search.x;
            }
        }
        LOG.warn("No convergence after {} iterations; scaled features or a larger penalty help", ITERATIONS);
        return search.x;
    }

    /** @return whether there was a step to take */
    private boolean step() {
        double[] direction = direction();
        double slope = dot(gradient, direction);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        boolean unknown = pairs.isEmpty() && preconditioner == null;
        double t = unknown ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
        for (int i = 0; i < STEPS; i++) {
            int verdict = attempt(direction, t, slope);
            if (verdict == 0) {
                return true;
            }
            high = verdict > 0 ? t : high;
            low = verdict < 0 ? t : low;
            t = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
        }
        return false;
    }

    /** Takes a step of length t if it is right; else 1 if it is too long, and -1 if it is too short. */
    private int attempt(double[] direction, double t, double slope) {
        double[] to = plus(x, t, direction);
        double[] slopes = new double[to.length];
        double reached = objective.at(to, slopes);
        if (!(reached <= value + DECREASE * t * slope + ROUNDING * Math.abs(value))) {
            return 1;
        }
        if (dot(slopes, direction) < CURVATURE * slope) {
            return -1;
        }
        accept(to, slopes, reached);
        return 0;
    }

    private void accept(double[] to, double[] slopes, double reached) {
        double[] step = plus(to, -1, x);
        double[] change = plus(slopes, -1, gradient);
        double product = dot(step, change);
        if (product > 0) {
            pairs.addLast(new Pair(step, change, product));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
        x = to;
        gradient = slopes;
        value = reached;
    }

    /** Minus the inverse Hessian, as far as it is known, times the gradient: the two-loop recursion. */
    private double[] direction() {
        double[] q = plus(new double[x.length], -1, gradient);
        Deque<Double> factors = new ArrayDeque<>();
        for (Iterator<Pair> last = pairs.descendingIterator(); last.hasNext(); ) {
            Pair pair = last.next();
            double factor = dot(pair.step, q) / pair.product;
            factors.push(factor);
            add(q, -factor, pair.change);
        }
        q = begin(q);
        for (Pair pair : pairs) {
            add(q, factors.pop() - dot(pair.change, q) / pair.product, pair.step);
        }
        return q;
    }

    /** What is known without the steps, or by the size of the last one. */
    private double[] begin(double[] q) {
        if (preconditioner != null) {
            return preconditioner.times(q);
        }
        if (!pairs.isEmpty()) {
            Pair newest = pairs.getLast();
            scale(q, newest.product / dot(newest.change, newest.change));
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        add(sum, factor, b);
        return sum;
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
