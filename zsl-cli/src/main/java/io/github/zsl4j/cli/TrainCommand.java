package io.github.zsl4j.cli;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.data.trained.AlignmentFile;
import io.github.zsl4j.data.trained.Provenance;
import io.github.zsl4j.data.trained.TrainedModel;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodResult;
import io.github.zsl4j.protocol.ZeroShotProtocol;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps what a zero-shot method learns. */
@Command(
        name = "train",
        description =
                "Fits a zero-shot method as evaluate does, and keeps the alignment, its classes and calibration in a"
                        + " file for classify --alignment.",
        customSynopsis = "zsl train METHOD --data DIR --out FILE [--options K=V,...] [--seed N]")
final class TrainCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(paramLabel = "METHOD", description = "The method, such as eszsl; evaluate compares all.")
    private String name;

    @Mixin
    private MethodArguments arguments;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write (.npz).")
    private Path out;

    TrainCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Method method = arguments.methods(List.of(name)).get(0);
        if (!(method.candidates().get(0) instanceof AlignmentTrainer)) {
            throw new UsageException(name + " learns a classifier for given classes, which is no alignment to keep;"
                    + " 'zsl generate features' keeps its generator");
        }
        ZeroShotData data = arguments.read();
        MethodResult result = run(method, data);
        AlignmentFile.write(out, model(result, data));
        TableEvaluation table = new TableEvaluation(program.output(), List.of(method));
        table.start(data);
        table.result(result);
        return ExitCode.OK;
    }

    private MethodResult run(Method method, ZeroShotData data) {
        try {
            return ZeroShotProtocol.of(data, arguments.seed()).run(method);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ZslException(arguments.folder() + ": " + method.name() + ": " + e.getMessage(), e);
        }
    }

    private static TrainedModel model(MethodResult result, ZeroShotData data) {
        Provenance provenance = Provenance.of(result.trainer(), data.trainval());
        return TrainedModel.of((SemanticAlignment) result.test().scorer(), provenance)
                .withClasses(ClassTable.of(data))
                .withCalibration(result.calibration());
    }
}
