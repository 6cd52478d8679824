package io.github.zsl4j.cli;

import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.evaluate.SeenUnseenAccuracy;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** For a person: a row a method. */
final class TableEvaluation implements EvaluationSink {

    private final Output output;
    private final Map<String, Method> methods = new HashMap<>();
    private final int width;

    TableEvaluation(Output output, List<Method> methods) {
        this.output = output;
        methods.forEach(method -> this.methods.put(method.name(), method));
        this.width = methods.stream()
                .mapToInt(method -> method.name().length())
                .max()
                .orElse(6);
    }

    @Override
    public void start(ZeroShotData data) {
        output.text(String.format(
                "%s%nu, s and H with the constant fitted on validation classes; H0 without, H* with the best for the test%n"
                        + "%-" + width + "s    T1     u     s     H    H0    H*  AUSUC  seconds  chosen%n",
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

    /** What was chosen among the method's candidates, as {@code --options} takes it. */
    private String options(MethodResult result) {
        List<Map<String, Object>> candidates = methods.get(result.method()).candidates().stream()
                .map(CandidateOptions::known)
                .toList();
        Map<String, Object> chosen = CandidateOptions.known(result.trainer());
        return chosen.keySet().stream()
                .filter(name ->
                        candidates.stream().map(all -> all.get(name)).distinct().count() > 1)
                .map(name -> name + "=" + chosen.get(name))
                .collect(Collectors.joining(","));
    }
}
