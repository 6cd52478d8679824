package io.github.zsl4j.text;

/** How the vectors of a text's tokens become one vector. */
public enum Pooling {
    /** The mean over all tokens of the text, special tokens included, padding left out. */
    MEAN {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            for (int i = 0; i < dimension; i++) {
                double sum = 0;
                for (int t = 0; t < tokens; t++) {
                    sum += states[from + t * dimension + i];
                }
                target[to + i] = (float) (sum / tokens);
            }
        }
    },
    /** The vector of the first token, which BERT-like models call {@code [CLS]}. */
    CLS {
        @Override
        void pool(float[] states, int from, int tokens, float[] target, int to, int dimension) {
            System.arraycopy(states, from, target, to, dimension);
        }
    };

    /** Pools the states [tokens, dimension] from {@code from} on into one row of {@code target}. */
    abstract void pool(float[] states, int from, int tokens, float[] target, int to, int dimension);
}
