package io.github.zsl4j.protocol;

/** How large scores are. */
final class ScoreSize {

    private ScoreSize() {}

    /** The standard deviation of all scores, or 1 if they are all the same. */
    static double deviation(double[][] scores) {
        double sum = 0;
        long count = 0;
        for (double[] row : scores) {
            for (double score : row) {
                sum += score;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (double[] row : scores) {
            for (double score : row) {
                squares += (score - mean) * (score - mean);
            }
        }
        return squares == 0 ? 1 : Math.sqrt(squares / count);
    }
}
