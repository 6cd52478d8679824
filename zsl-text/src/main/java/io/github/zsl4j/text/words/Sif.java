package io.github.zsl4j.text.words;

import java.util.Objects;

/**
 * Smooth inverse frequency: frequent words count less in the mean of a text's words.
 *
 * <pre>v(s) = 1/|s| sum over w in s of a / (a + p(w)) v(w)</pre>
 *
 * <p>The paper then removes what all texts have in common: {@link PhraseEncoder#withoutCommonComponent}.
 *
 * <p><b>References:</b> Arora, Liang and Ma, "A simple but tough-to-beat baseline for sentence embeddings", ICLR 2017.
 *
 * @param a above 0; the paper's range is 1e-4 to 1e-3
 * @param frequencies p(w)
 */
public record Sif(double a, WordFrequencies frequencies) {

    /** @throws IllegalArgumentException if {@code a} is not positive and finite */
    public Sif {
        Objects.requireNonNull(frequencies, "frequencies");
        if (!(a > 0) || !Double.isFinite(a)) {
            throw new IllegalArgumentException("The weight a of SIF must be above 0, not " + a);
        }
    }

    /** a = 1e-3, and frequencies by Zipf's law. */
    public static Sif defaults() {
        return new Sif(1e-3, WordFrequencies.zipf());
    }

    /** a / (a + p) of each row of a table. */
    double[] weights(WordTable table) {
        double[] weights = frequencies.of(table);
        for (int row = 0; row < weights.length; row++) {
            weights[row] = a / (a + weights[row]);
        }
        return weights;
    }
}
