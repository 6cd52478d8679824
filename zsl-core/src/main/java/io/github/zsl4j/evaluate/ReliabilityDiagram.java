package io.github.zsl4j.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How often answers of a certain confidence are right: the probability of the top label against its accuracy, in bins.
 *
 * <p><b>References:</b> Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
 *
 * @param bins by ascending confidence; bins without examples are left out
 */
public record ReliabilityDiagram(List<Bin> bins) {

    /**
     * Examples of like confidence.
     *
     * @param lower where the bin begins: below all its confidences if of equal width, the lowest one if of equal mass
     * @param upper where it ends, inclusive
     * @param count the number of examples, at least 1
     * @param confidence their mean confidence
     * @param accuracy the share of them that is right
     */
    public record Bin(double lower, double upper, int count, double confidence, double accuracy) {

        private static Bin of(double lower, double upper, List<TopLabel> members) {
            double sum = 0;
            int right = 0;
            for (TopLabel top : members) {
                sum += top.confidence();
                right += top.correct() ? 1 : 0;
            }
            int n = members.size();
            return new Bin(lower, upper, n, sum / n, (double) right / n);
        }
    }

    /** @throws IllegalArgumentException if there is no bin */
    public ReliabilityDiagram {
        bins = List.copyOf(bins);
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("A reliability diagram needs at least one bin");
        }
    }

    /**
     * Bins (0, 1/M], (1/M, 2/M], … as Guo et al. have them; a confidence of 0 goes to the first.
     *
     * @param probabilities in [0, 1]
     * @param count M, at least 1
     * @throws IllegalArgumentException if the probability of a top label is not in [0, 1]
     */
    public static ReliabilityDiagram equalWidth(LabelledScores probabilities, int count) {
        List<TopLabel> tops = TopLabel.ascending(probabilities);
        List<Bin> bins = new ArrayList<>();
        int from = 0;
        for (int m = 1; m <= requireBins(count); m++) {
            double upper = (double) m / count;
            int to = from;
            while (to < tops.size() && tops.get(to).confidence() <= upper) {
                to++;
            }
            if (to > from) {
                bins.add(Bin.of((m - 1.0) / count, upper, tops.subList(from, to)));
            }
            from = to;
        }
        return new ReliabilityDiagram(bins);
    }

    /**
     * Bins of equally many examples: the m-th of M ends with example ceil(m n / M) by ascending confidence. Examples of
     * one confidence stay together, in the lower bin.
     *
     * @param probabilities in [0, 1]
     * @param count M, at least 1
     * @throws IllegalArgumentException if the probability of a top label is not in [0, 1]
     */
    public static ReliabilityDiagram equalMass(LabelledScores probabilities, int count) {
        List<TopLabel> tops = TopLabel.ascending(probabilities);
        List<Bin> bins = new ArrayList<>();
        int from = 0;
        for (int m = 1; m <= requireBins(count); m++) {
            int to = (int) -Math.floorDiv(-(long) m * tops.size(), (long) count);
            while (to < tops.size()
                    && tops.get(to).confidence() == tops.get(to - 1).confidence()) {
                to++;
            }
            if (to > from) {
                List<TopLabel> members = tops.subList(from, to);
                bins.add(Bin.of(members.get(0).confidence(), tops.get(to - 1).confidence(), members));
                from = to;
            }
        }
        return new ReliabilityDiagram(bins);
    }

    private static int requireBins(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one bin is needed, not " + count);
        }
        return count;
    }

    /**
     * The expected calibration error, ECE = sum_m |B_m| / n |acc(B_m) - conf(B_m)|: how far confidence is from accuracy
     * on average.
     *
     * @return in [0, 1]; 0 if every bin is as often right as it says
     */
    public double expectedCalibrationError() {
        double sum = 0;
        int n = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.accuracy() - bin.confidence());
            n += bin.count();
        }
        return sum / n;
    }
}
