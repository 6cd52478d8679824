package io.github.zsl4j.text;

/**
 * How the vectors of a text's tokens become one vector. Tokens are those of the text with its special tokens; padding is
 * left out.
 */
public enum Pooling {
    /** The mean over all tokens. */
    MEAN {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            sum(states, from, tokens, target, to, dimension, tokens);
        }
    },
    /** The vector of the first token, which BERT-like models call {@code [CLS]}. */
    CLS {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            System.arraycopy(states, from, target, to, dimension);
        }
    },
    /** The network's own output {@code pooler_output}: in BERT, the first token's vector through one more layer. */
    POOLER {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            throw new AssertionError("the network pools by itself");
        }
    },
    /** The largest value over all tokens, for every component. */
    MAX {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            System.arraycopy(states, from, target, to, dimension);
            for (int t = 1; t < tokens; t++) {
                for (int i = 0; i < dimension; i++) {
                    target[to + i] = Math.max(target[to + i], states[from + t * dimension + i]);
                }
            }
        }
    },
    /** The sum over all tokens, divided by the square root of their number. */
    MEAN_SQRT_LEN {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            sum(states, from, tokens, target, to, dimension, Math.sqrt(tokens));
        }
    },
    /** The vector of the last token, for causal models. */
    LAST_TOKEN {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            System.arraycopy(states, from + (tokens - 1) * dimension, target, to, dimension);
        }
    };

    /** Pools the states [tokens, dimension] from {@code from} on into one row of {@code target}. */
    abstract void pool(float[] states, int from, int tokens, float[] target, int to, int dimension);

    private static void sum(
            float[] states, int from, int tokens, float[] target, int to, int dimension, double divisor) {
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int t = 0; t < tokens; t++) {
                sum += states[from + t * dimension + i];
            }
            target[to + i] = (float) (sum / divisor);
        }
    }
}
