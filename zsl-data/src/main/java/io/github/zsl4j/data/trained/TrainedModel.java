package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.dataset.ZeroShotData;
import java.util.Objects;
import java.util.Optional;

/**
 * A fitted alignment and what must be known to use it later. Immutable.
 *
 * @param alignment what was learned
 * @param provenance how it was made
 * @param classes the classes to choose from, if they are kept with it
 * @param calibration how its scores are read, if that was fitted
 */
public record TrainedModel(
        SemanticAlignment alignment,
        Provenance provenance,
        Optional<ClassTable> classes,
        Optional<ScoreCalibration> calibration) {

    /** @throws IllegalArgumentException if the classes' semantics are of another space than the alignment's */
    public TrainedModel {
        Objects.requireNonNull(alignment, "alignment");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(calibration, "calibration");
        classes.ifPresent(
                table -> alignment.semanticSpace().requireSame(table.semantics().space()));
    }

    /** An alignment without classes and calibration. */
    public static TrainedModel of(SemanticAlignment alignment, Provenance provenance) {
        return new TrainedModel(alignment, provenance, Optional.empty(), Optional.empty());
    }

    /** Learns from all training pictures of a benchmark and keeps its classes. */
    public static TrainedModel fit(AlignmentTrainer trainer, ZeroShotData data) {
        TrainingSet examples = data.trainval();
        return of(trainer.fit(examples), Provenance.of(trainer, examples)).withClasses(ClassTable.of(data));
    }

    /** The same with classes to choose from. */
    public TrainedModel withClasses(ClassTable table) {
        return new TrainedModel(alignment, provenance, Optional.of(table), calibration);
    }

    /** The same with a calibration. */
    public TrainedModel withCalibration(ScoreCalibration reading) {
        return new TrainedModel(alignment, provenance, classes, Optional.of(reading));
    }
}
