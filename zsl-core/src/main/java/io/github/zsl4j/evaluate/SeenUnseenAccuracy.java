package io.github.zsl4j.evaluate;

import java.util.function.IntPredicate;

/**
 * The accuracies of generalised zero-shot learning, where pictures of seen and unseen classes may be taken for either.
 *
 * <p><b>References:</b> Xian, Lampert, Schiele and Akata, "Zero-Shot Learning: A Comprehensive Evaluation of the Good, the
 * Bad and the Ugly", TPAMI 2019.
 *
 * @param seen mean per-class accuracy of the classes that were seen in training, in [0, 1]
 * @param unseen that of the classes that were not, in [0, 1]
 */
public record SeenUnseenAccuracy(double seen, double unseen) {

    /** @throws IllegalArgumentException if an accuracy is not in [0, 1] */
    public SeenUnseenAccuracy {
        if (!(seen >= 0 && seen <= 1 && unseen >= 0 && unseen <= 1)) {
            throw new IllegalArgumentException("Accuracies are in [0, 1], not " + seen + " and " + unseen);
        }
    }

    /**
     * @param isSeen tells the seen classes from all others
     * @throws IllegalArgumentException if either side has no example
     */
    public static SeenUnseenAccuracy of(ConfusionMatrix confusion, IntPredicate isSeen) {
        return new SeenUnseenAccuracy(
                confusion.meanPerClassAccuracy(isSeen), confusion.meanPerClassAccuracy(isSeen.negate()));
    }

    /** H = 2 seen unseen / (seen + unseen), 0 if both are 0: high only if both are. */
    public double harmonicMean() {
        return seen + unseen == 0 ? 0 : 2 * seen * unseen / (seen + unseen);
    }
}
