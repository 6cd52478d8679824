package io.github.zsl4j.cli;

import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.evaluate.SeenUnseenAccuracy;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodResult;
import java.util.List;
import java.util.Locale;

/** For a person: a row a method. */
final class TableEvaluation implements EvaluationSink {

    private final Output output;
    private final int width;

    TableEvaluation(Output output, List<Method> methods) {
        this.output = output;
        this.width = methods.stream()
                .mapToInt(method -> method.name().length())
                .max()
                .orElse(6);
    }

    @Override
    public void start(ZeroShotData data) {
        output.text(String.format(
                "%s%nu, s and H with the constant fitted on validation classes; H0 without, H* with the best for the test%n"
                        + "%-" + width + "s    T1     u     s     H    H0    H*  AUSUC  seconds  options%n",
                data,
                "method"));
    }

    @Override
    public void result(MethodResult result) {
        SeenUnseenAccuracy calibrated = result.calibrated();
        output.text(String.format(
                Locale.ROOT,
                "%-" + width + "s  %.3f %.3f %.3f %.3f %.3f %.3f  %.3f  %7.2f  %s%n",
                result.method(),
                result.test().unseenAccuracy(),
                calibrated.unseen(),
                calibrated.seen(),
                calibrated.harmonicMean(),
                result.plain().harmonicMean(),
                result.oracle().harmonicMean(),
                result.test().curve().area(),
                result.test().seconds(),
                options(result)));
    }

    /** name=value as {@code --options} takes them. */
    private static String options(MethodResult result) {
        return String.join(
                ",",
                CandidateOptions.known(result.trainer()).entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .toList());
    }
}
