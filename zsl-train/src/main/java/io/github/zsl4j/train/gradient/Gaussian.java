package io.github.zsl4j.train.gradient;

/**
 * Normal distributions with independent components, one for each row.
 *
 * @param mean [b, k]
 * @param logVariance the natural logarithm of the variances [b, k]
 */
public record Gaussian(Variable mean, Variable logVariance) {

    /** Below a square root, whose gradient at 0 is infinite. */
    private static final double TINY = 1e-12;

    private Variable deviation() {
        return logVariance.scaled(0.5).exponential();
    }

    /** The sample that standard normal noise [b, k] makes. */
    public Variable sample(Variable noise) {
        return mean.plus(deviation().scaled(noise));
    }

    /** KL(N(m, v) | N(0, I)) = sum_j (m_j^2 + v_j - log v_j - 1) / 2, the mean over rows. */
    public Variable divergence() {
        Variable terms = mean.squared()
                .plus(logVariance.exponential())
                .minus(logVariance)
                .plus(-1);
        return terms.rowSums().scaled(0.5).mean();
    }

    /** The 2-Wasserstein distance sqrt(|m - m'|^2 + |sigma - sigma'|^2), the mean over rows. */
    public Variable distance(Gaussian other) {
        Variable means = mean.minus(other.mean).squared().rowSums();
        Variable deviations = deviation().minus(other.deviation()).squared().rowSums();
        return means.plus(deviations).plus(TINY).root().mean();
    }
}
