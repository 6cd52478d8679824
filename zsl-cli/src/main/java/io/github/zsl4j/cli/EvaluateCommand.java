package io.github.zsl4j.cli;

import io.github.zsl4j.cli.report.EvaluationPage;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodResult;
import io.github.zsl4j.protocol.ZeroShotProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares zero-shot methods on a benchmark. */
@Command(
        name = "evaluate",
        description = "Fits zero-shot methods to the seen classes of a benchmark, chooses their options on validation"
                + " classes, and judges them by the test classes.",
        customSynopsis =
                "zsl evaluate --data DIR [--method A,B,...] [--options K=V,...] [--seed N] [--json] [--html FILE]")
final class EvaluateCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private MethodArguments arguments;

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "A,B,...",
            description =
                    "The methods (default: all that can run; those that are trained by gradients need PyTorch, which"
                            + " ZSL_PYTORCH=1 adds to ./zsl).")
    private List<String> names = List.of();

    @Option(
            names = "--json",
            description =
                    "One JSON object a method. T1, u, s, H (with the constant fitted on validation classes), AUSUC"
                            + " are fractions.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with the table and plots.")
    private Path html;

    EvaluateCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<Method> methods = arguments.methods(names);
        ZeroShotData data = arguments.read();
        EvaluationSink sink =
                json ? new JsonEvaluation(program.output()) : new TableEvaluation(program.output(), methods);
        List<MethodResult> results = new ArrayList<>();
        sink.start(data);
        ZeroShotProtocol protocol = protocol(data);
        for (Method method : methods) {
            try {
                MethodResult result = protocol.run(method);
                results.add(result);
                sink.result(result);
            } catch (IllegalArgumentException | ArithmeticException | ZslException e) {
                program.complain(method.name() + ": " + e.getMessage());
            }
        }
        if (html != null && !results.isEmpty()) {
            write(EvaluationPage.of(arguments.folder() + ": " + data + "; seed " + arguments.seed(), results));
        }
        return results.size() == methods.size() ? ExitCode.OK : ExitCode.FAILED;
    }

    private ZeroShotProtocol protocol(ZeroShotData data) {
        try {
            return ZeroShotProtocol.of(data, arguments.seed());
        } catch (IllegalArgumentException e) {
            throw new ZslException(arguments.folder() + ": " + e.getMessage(), e);
        }
    }

    private void write(String page) {
        try {
            Files.writeString(html, page);
        } catch (IOException e) {
            throw new ZslException("--html " + html + ": cannot be written (" + e + ")", e);
        }
    }
}
