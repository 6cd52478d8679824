package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.aligned.AlignedModel;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.data.trained.AlignmentFile;
import io.github.zsl4j.data.trained.TrainedModel;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.prototype.ClassDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** An alignment that was trained on a model's vectors, and takes its place. */
final class AlignmentOption {

    private static final String NAME = "alignment";

    @Option(
            names = "--alignment",
            paramLabel = "FILE",
            description = "What 'zsl train' has written, trained on the model's features. Its classes are the labels of"
                    + " 'zsl classify' unless --labels names some.")
    private Path file;

    private TrainedModel trained;

    boolean isGiven() {
        return file != null;
    }

    /** What tells a later run which alignment this one used. */
    Map<String, String> choice() {
        return isGiven() ? Map.of(NAME, file.toAbsolutePath().normalize().toString()) : Map.of();
    }

    /** Uses what an earlier run chose, unless an alignment is named now. */
    void orElse(Map<String, String> choice) {
        if (!isGiven() && choice.containsKey(NAME)) {
            file = Path.of(choice.get(NAME));
        }
    }

    /** The classes that come with the alignment. */
    List<ClassDescription> classes() {
        return table().names().stream().map(ClassDescription::of).toList();
    }

    /** The model itself, or the aligned one on its networks. The file is read before the model. */
    ZeroShotModel load(Supplier<ZeroShotModel> base, ModelOptions options) {
        if (!isGiven()) {
            return base.get();
        }
        ClassTable classes = table();
        ScoreCalibration calibration = trained().calibration().orElse(new ScoreCalibration(1, 0));
        ZeroShotModel model = base.get();
        try {
            return ZeroShotModel.of(
                    AlignedModel.of(model.parts(), trained().alignment(), classes, calibration), options);
        } catch (IllegalArgumentException e) {
            model.close();
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    private ClassTable table() {
        return trained()
                .classes()
                .orElseThrow(() ->
                        new ModelException(file + ": the alignment comes without classes; train it with zsl train"));
    }

    private TrainedModel trained() {
        if (trained == null) {
            trained = AlignmentFile.read(file);
        }
        return trained;
    }
}
