package io.github.zsl4j.embedded;

import io.github.zsl4j.text.lexicon.LabelReading;
import java.util.List;

/**
 * What a label says, and how likely each sense is.
 *
 * @param reading the label's parts and their senses
 * @param weights per part one number per sense, above 0; the best sense of a part weighs 1
 */
record WeightedReading(LabelReading reading, List<double[]> weights) {

    interface SenseVisitor {
        void visit(int synset, double weight);
    }

    void forEachSense(SenseVisitor visitor) {
        for (int s = 0; s < weights.size(); s++) {
            double[] w = weights.get(s);
            for (int k = 0; k < w.length; k++) {
                visitor.visit(reading.spans().get(s).senses().get(k).synset().offset(), w[k]);
            }
        }
    }

    boolean isKnown() {
        return !weights.isEmpty();
    }

    /** The index of the heaviest sense of part {@code s}; the first of equals. */
    int best(int s) {
        double[] w = weights.get(s);
        int best = 0;
        for (int k = 1; k < w.length; k++) {
            if (w[k] > w[best]) {
                best = k;
            }
        }
        return best;
    }
}
