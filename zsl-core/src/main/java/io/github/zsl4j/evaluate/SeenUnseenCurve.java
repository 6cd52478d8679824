package io.github.zsl4j.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The trade between accuracy on seen and on unseen classes. Every example has a best seen class, a best unseen class, and
 * a number that tells how seen it looks; it is taken for the seen class if that number is at least a constant γ. From a
 * very low γ, where all examples are taken for seen classes, to a very high one, the two accuracies draw a curve.
 *
 * <p>With the difference between the best seen and the best unseen score as the number, moving γ is calibrated stacking:
 * γ is subtracted from the scores of the seen classes. Immutable and thread-safe.
 *
 * <p><b>References:</b> Chao, Changpinyo, Gong and Sha, "An Empirical Study and Analysis of Generalized Zero-Shot Learning
 * for Object Recognition in the Wild", ECCV 2016.
 */
public final class SeenUnseenCurve {

    /**
     * A point of the curve.
     *
     * @param constant the highest γ that gives it; infinite at the end where no example is taken for a seen class
     * @param accuracy what γ gives
     */
    public record Point(double constant, SeenUnseenAccuracy accuracy) {}

    private final List<Point> points;

    /** Of the points, for searching. */
    private final double[] constants;

    private SeenUnseenCurve(List<Point> points) {
        this.points = List.copyOf(points);
        this.constants = points.stream().mapToDouble(Point::constant).toArray();
    }

    /**
     * The curve of calibrated stacking.
     *
     * @param scores of examples of seen and unseen classes for both kinds of classes
     * @param isSeen tells the seen classes from all others
     * @throws IllegalArgumentException if either side has no class or no example
     */
    public static SeenUnseenCurve of(LabelledScores scores, IntPredicate isSeen) {
        double[] margins = new double[scores.rows()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margin(scores, i, isSeen);
        }
        return of(scores, isSeen, margins);
    }

    /**
     * How much the best seen class of an example is above its best unseen class.
     *
     * @throws IllegalArgumentException if either kind of class is missing
     */
    public static double margin(LabelledScores scores, int row, IntPredicate isSeen) {
        return scores.score(row, best(scores, row, isSeen)) - scores.score(row, best(scores, row, isSeen.negate()));
    }

    /**
     * The curve of any gate between seen and unseen.
     *
     * @param seenness of each example, finite: higher looks more seen
     * @throws IllegalArgumentException if either side has no class or no example, or a number is not finite
     */
    public static SeenUnseenCurve of(LabelledScores scores, IntPredicate isSeen, double[] seenness) {
        if (seenness.length != scores.rows()) {
            throw new IllegalArgumentException(seenness.length + " numbers for " + scores.rows() + " examples");
        }
        List<GatedExample> examples = new ArrayList<>();
        int[] counts = counts(scores);
        double seenClasses = present(counts, isSeen);
        double unseenClasses = present(counts, isSeen.negate());
        for (int i = 0; i < seenness.length; i++) {
            int label = scores.label(i);
            boolean seen = isSeen.test(label);
            boolean right = best(scores, i, seen ? isSeen : isSeen.negate()) == label;
            double share = right ? 1 / (counts[label] * (seen ? seenClasses : unseenClasses)) : 0;
            examples.add(new GatedExample(seenness[i], seen, share));
        }
        return new SeenUnseenCurve(points(examples));
    }

    /**
     * An example on its way from seen to unseen.
     *
     * @param seenness the highest γ at which it is taken for its best seen class
     * @param seen whether its class is a seen one
     * @param share what it adds to its side's accuracy on its side of γ: 0 if even there another class is best
     */
    private record GatedExample(double seenness, boolean seen, double share) {

        GatedExample {
            if (!Double.isFinite(seenness)) {
                throw new IllegalArgumentException("How seen an example looks must be finite, not " + seenness);
            }
        }
    }

    private static int[] counts(LabelledScores scores) {
        int[] counts = new int[scores.classes()];
        for (int i = 0; i < scores.rows(); i++) {
            counts[scores.label(i)]++;
        }
        return counts;
    }

    private static double present(int[] counts, IntPredicate chosen) {
        int present = 0;
        for (int c = 0; c < counts.length; c++) {
            present += counts[c] > 0 && chosen.test(c) ? 1 : 0;
        }
        if (present == 0) {
            throw new IllegalArgumentException("Examples of seen and of unseen classes are needed; one side has none");
        }
        return present;
    }

    private static int best(LabelledScores scores, int row, IntPredicate chosen) {
        int best = -1;
        for (int c = 0; c < scores.classes(); c++) {
            if (chosen.test(c) && (best < 0 || scores.score(row, c) > scores.score(row, best))) {
                best = c;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("Seen and unseen classes are needed; one side has none");
        }
        return best;
    }

    /** From all seen to none: examples that look equally seen change sides together. */
    private static List<Point> points(List<GatedExample> examples) {
        examples.sort(Comparator.comparingDouble(GatedExample::seenness));
        double seen = examples.stream()
                .filter(GatedExample::seen)
                .mapToDouble(GatedExample::share)
                .sum();
        double unseen = 0;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < examples.size(); ) {
            double constant = examples.get(i).seenness();
            points.add(point(constant, seen, unseen));
            for (; i < examples.size() && examples.get(i).seenness() == constant; i++) {
                GatedExample example = examples.get(i);
                seen -= example.seen() ? example.share() : 0;
                unseen += example.seen() ? 0 : example.share();
            }
        }
        points.add(point(Double.POSITIVE_INFINITY, seen, unseen));
        return points;
    }

    /** Sums of shares may leave [0, 1] by rounding. */
    private static Point point(double constant, double seen, double unseen) {
        return new Point(constant, new SeenUnseenAccuracy(clip(seen), clip(unseen)));
    }

    private static double clip(double share) {
        return share < 1e-12 ? 0 : Math.min(1, share);
    }

    /** All points by ascending constant: seen accuracy falls, unseen accuracy rises. */
    public List<Point> points() {
        return points;
    }

    /** The accuracies with a given constant. */
    public SeenUnseenAccuracy at(double constant) {
        int found = Arrays.binarySearch(constants, constant);
        return points.get(found < 0 ? -found - 1 : found).accuracy();
    }

    /** The point with the highest harmonic mean; of equal ones the first. On test data this is an oracle. */
    public Point best() {
        Point best = points.get(0);
        for (Point point : points) {
            if (point.accuracy().harmonicMean() > best.accuracy().harmonicMean()) {
                best = point;
            }
        }
        return best;
    }

    /**
     * The area under the curve of seen over unseen accuracy, AUSUC, by trapezoids.
     *
     * @return in [0, 1]
     */
    public double area() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            SeenUnseenAccuracy a = points.get(i - 1).accuracy();
            SeenUnseenAccuracy b = points.get(i).accuracy();
            area += (b.unseen() - a.unseen()) * (a.seen() + b.seen()) / 2;
        }
        return area;
    }
}
