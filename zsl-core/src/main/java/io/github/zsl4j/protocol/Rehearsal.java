package io.github.zsl4j.protocol;

import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.classify.TemperatureScaling;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One choice of options on all validation folds. */
record Rehearsal(ZeroShotTrainer trainer, List<Judgement> judgements) {

    /** The scale that is kept if every answer is right, so that nothing says how sure to be. */
    private static final double START = 10;

    static Rehearsal of(ZeroShotTrainer trainer, List<Fold> folds) {
        return new Rehearsal(
                trainer, folds.stream().map(fold -> fold.judge(trainer)).toList());
    }

    /** T1, the mean over folds. */
    double unseenAccuracy() {
        return judgements.stream()
                .mapToDouble(Judgement::unseenAccuracy)
                .average()
                .orElseThrow();
    }

    /** What the folds say of scores of another size. */
    ScoreCalibration calibration(double unit) {
        double constant = StackingConstant.of(judgements.stream()
                .map(judgement -> new StackingConstant.Scaled(judgement.curve(), judgement.unit()))
                .toList());
        return new ScoreCalibration(scale(constant) / unit, constant * unit);
    }

    /** The most likely logit scale for the pictures of all folds, in units of the scores' size. */
    private double scale(double constant) {
        List<double[]> rows = new ArrayList<>();
        IntStream.Builder labels = IntStream.builder();
        for (Judgement judgement : judgements) {
            LabelledScores stacked = judgement.stacked(constant * judgement.unit());
            for (int i = 0; i < stacked.rows(); i++) {
                rows.add(inUnits(stacked, i, judgement.unit()));
                labels.add(stacked.label(i));
            }
        }
        LabelledScores all =
                LabelledScores.of(rows.toArray(double[][]::new), labels.build().toArray());
        return TemperatureScaling.fit(all, START).calibration().scale();
    }

    private static double[] inUnits(LabelledScores scores, int row, double unit) {
        return IntStream.range(0, scores.classes())
                .mapToDouble(c -> scores.score(row, c) / unit)
                .toArray();
    }
}
