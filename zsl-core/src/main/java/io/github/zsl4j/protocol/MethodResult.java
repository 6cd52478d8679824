package io.github.zsl4j.protocol;

import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.evaluate.SeenUnseenAccuracy;

/**
 * How a method did on a data set.
 *
 * @param method its name
 * @param trainer the method with the options that were chosen on validation classes
 * @param validationAccuracy T1 on the held-out classes, the mean over folds, by which the options were chosen
 * @param calibration fitted to validation classes
 * @param test what was fitted and its scores for the test pictures
 */
public record MethodResult(
        String method,
        ZeroShotTrainer trainer,
        double validationAccuracy,
        ScoreCalibration calibration,
        Judgement test) {

    /** Seen and unseen accuracy of plain scores. */
    public SeenUnseenAccuracy plain() {
        return test.accuracy(0);
    }

    /** Seen and unseen accuracy with the fitted constant. */
    public SeenUnseenAccuracy calibrated() {
        return test.accuracy(calibration.constant());
    }

    /** Seen and unseen accuracy with the constant that is best for the test pictures themselves: an upper bound. */
    public SeenUnseenAccuracy oracle() {
        return test.curve().best().accuracy();
    }

    /** The probabilities of the test pictures' classes, after calibrated stacking. */
    public LabelledScores probabilities() {
        LabelledScores stacked = test.stacked(calibration.constant());
        Calibration softmax = Calibration.softmax(calibration.scale());
        return stacked.map(softmax::probabilities);
    }
}
