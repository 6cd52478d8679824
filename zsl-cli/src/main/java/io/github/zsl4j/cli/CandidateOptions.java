package io.github.zsl4j.cli;

import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.ZeroShotTrainer;
import io.github.zsl4j.data.options.MethodOptions;
import io.github.zsl4j.protocol.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fixes options of a method's candidates. Those of a scaled method and of its scaling are named alike, without a prefix. */
final class CandidateOptions {

    private CandidateOptions() {}

    /** Whether a method has an option of that name. */
    static boolean knows(Method method, String name) {
        return known(method.candidates().get(0)).containsKey(name);
    }

    /** A method's options in words. */
    static String list(Method method) {
        return method.name() + " has "
                + String.join(", ", known(method.candidates().get(0)).keySet());
    }

    /** The method with some options fixed, where it has them: what remains are the candidates that differ in others. */
    static Method apply(Method method, Map<String, String> wanted) {
        Map<String, String> own = new HashMap<>(wanted);
        own.keySet().removeIf(name -> !knows(method, name));
        List<ZeroShotTrainer> fixed = method.candidates().stream()
                .map(candidate -> with(candidate, own))
                .distinct()
                .toList();
        return new Method(method.name(), fixed);
    }

    /** The options of a candidate by the names that a user writes, with their values. */
    static Map<String, Object> known(ZeroShotTrainer candidate) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (candidate instanceof ScaledTrainer scaled) {
            known.putAll(MethodOptions.flat(scaled.trainer()));
            MethodOptions.flat(scaled).forEach((name, value) -> {
                if (!name.startsWith("trainer.")) {
                    known.putIfAbsent(name, value);
                }
            });
        } else {
            known.putAll(MethodOptions.flat(candidate));
        }
        return known;
    }

    private static ZeroShotTrainer with(ZeroShotTrainer candidate, Map<String, String> options) {
        if (!(candidate instanceof ScaledTrainer scaled)) {
            return MethodOptions.with(candidate, options);
        }
        Map<String, Object> inner = MethodOptions.flat(scaled.trainer());
        Map<Boolean, Map<String, String>> parts = options.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        option -> inner.containsKey(option.getKey()),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        ScaledTrainer outer = MethodOptions.with(scaled, parts.get(false));
        return new ScaledTrainer(
                MethodOptions.with(scaled.trainer(), parts.get(true)),
                outer.features(),
                outer.semantics(),
                outer.unitCandidates());
    }
}
