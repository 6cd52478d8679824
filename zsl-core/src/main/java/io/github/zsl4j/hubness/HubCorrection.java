package io.github.zsl4j.hubness;

/**
 * Makes scores fair to targets that are not hubs. Implementations are records of validated options, immutable and
 * thread-safe. Corrected scores are for ranking the targets of one query: higher is closer, but the unit has changed.
 *
 * <p>The bank must be queries that may be known beforehand: training pictures, or unlabelled ones. With the test pictures
 * themselves as the bank, a result is transductive and has to be reported as such.
 */
public interface HubCorrection {

    /**
     * @param scores of n queries for c targets [n][c], higher is closer, all finite
     * @param bankScores of m other queries for the same targets [m][c], at least one
     * @return corrected scores [n][c]; the arguments are left as they are
     * @throws IllegalArgumentException if the bank is empty, or rows have different lengths
     */
    double[][] correct(double[][] scores, double[][] bankScores);
}
