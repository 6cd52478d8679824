package io.github.zsl4j.protocol;

import io.github.zsl4j.align.AlignmentTrainer;
import java.util.List;

/**
 * One choice of options on all validation folds.
 *
 * @param unseenAccuracy T1, the mean over folds
 */
record Rehearsal(AlignmentTrainer trainer, double unseenAccuracy, List<StackingConstant.Scaled> curves) {

    static Rehearsal of(AlignmentTrainer trainer, List<Fold> folds) {
        List<Judgement> judgements =
                folds.stream().map(fold -> fold.judge(trainer)).toList();
        double mean = judgements.stream()
                .mapToDouble(Judgement::unseenAccuracy)
                .average()
                .orElseThrow();
        return new Rehearsal(
                trainer,
                mean,
                judgements.stream()
                        .map(judgement -> new StackingConstant.Scaled(judgement.curve(), judgement.unit()))
                        .toList());
    }

    /** The constant of calibrated stacking, in units of the scores' size. */
    double constant() {
        return StackingConstant.of(curves);
    }
}
