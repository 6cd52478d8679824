package io.github.zsl4j.train.episode;

/**
 * The accuracy over many episodes.
 *
 * @param mean of the episodes' accuracies, in [0, 1]
 * @param interval half the width of the 95 % confidence interval of the mean, 1.96 standard errors
 * @param episodes how many there were
 */
public record FewShotAccuracy(double mean, double interval, int episodes) {

    static FewShotAccuracy of(double[] accuracies) {
        int n = accuracies.length;
        double sum = 0;
        for (double a : accuracies) {
            sum += a;
        }
        double squares = 0;
        for (double a : accuracies) {
            squares += (a - sum / n) * (a - sum / n);
        }
        return new FewShotAccuracy(sum / n, n == 1 ? 0 : 1.96 * Math.sqrt(squares / (n - 1) / n), n);
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT, "%.2f %% ± %.2f over %d episodes", 100 * mean, 100 * interval, episodes);
    }
}
