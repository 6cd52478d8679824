package io.github.zsl4j.protocol;

import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.dataset.ZeroShotData;
import java.util.List;
import java.util.Objects;

/**
 * Evaluates methods on one data set. Options are chosen by the accuracy on classes that are held out from the seen ones
 * (T1, the mean over several such folds), and so is the constant of calibrated stacking; then the method is fitted to all
 * seen classes and judged on the test classes. Folds are drawn once, so all methods see the same. Thread-safe.
 *
 * <p><b>References:</b> Xian, Lampert, Schiele and Akata, "Zero-Shot Learning: A Comprehensive Evaluation of the Good, the
 * Bad and the Ugly", TPAMI 2019.
 */
public final class ZeroShotProtocol {

    private static final int FOLDS = 5;

    private final List<Fold> validation;
    private final Fold test;

    private ZeroShotProtocol(List<Fold> validation, Fold test) {
        this.validation = validation;
        this.test = test;
    }

    /**
     * @param seed of the draws of validation folds
     * @throws IllegalArgumentException if the data has no test pictures of seen or of unseen classes, or too few seen classes
     *     to hold some out
     */
    public static ZeroShotProtocol of(ZeroShotData data, long seed) {
        return of(data, seed, FOLDS);
    }

    /** @param folds how many times classes are held out, at least 1 */
    public static ZeroShotProtocol of(ZeroShotData data, long seed, int folds) {
        if (folds < 1) {
            throw new IllegalArgumentException("At least one validation fold is needed, not " + folds);
        }
        return new ZeroShotProtocol(ValidationFolds.of(data, folds, seed), Fold.test(data));
    }

    /** Chooses, fits and judges. */
    public MethodResult run(Method method) {
        Rehearsal best = null;
        for (ZeroShotTrainer candidate : method.candidates()) {
            Rehearsal rehearsal = Rehearsal.of(candidate, validation);
            if (best == null || rehearsal.unseenAccuracy() > best.unseenAccuracy()) {
                best = rehearsal;
            }
        }
        Objects.requireNonNull(best, "best");
        Judgement judgement = test.judge(best.trainer());
        return new MethodResult(
                method.name(), best.trainer(), best.unseenAccuracy(), best.calibration(judgement.unit()), judgement);
    }
}
