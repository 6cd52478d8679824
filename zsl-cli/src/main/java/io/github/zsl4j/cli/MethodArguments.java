package io.github.zsl4j.cli;

import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.Methods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a zero-shot method learns from, and with which options. */
final class MethodArguments {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A benchmark: features.npy, labels.npy, semantics.npy, classes.txt and splits.json; or the"
                    + " Proposed Split's res101.mat and att_splits.mat; or features.csv and semantics.csv.")
    private Path data;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "For the draw of validation classes and for training (default: 1).")
    private long seed = 1;

    @Option(
            names = "--options",
            paramLabel = "K=V,...",
            description = "Options of the methods, such as alpha=10,gamma=1; what is not given is chosen on validation"
                    + " classes.")
    private String options = "";

    ZeroShotData read() {
        return DataFolder.read(data);
    }

    Path folder() {
        return data;
    }

    long seed() {
        return seed;
    }

    /** @param names of methods, none for all that can run */
    List<Method> methods(List<String> names) {
        Map<String, String> wanted = pairs();
        try {
            List<Method> methods = names.isEmpty()
                    ? Methods.runnable(seed)
                    : names.stream()
                            .distinct()
                            .map(name -> Methods.named(name.strip(), seed))
                            .toList();
            requireRunnable(methods);
            return wanted.isEmpty() ? methods : changed(methods, wanted);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void requireRunnable(List<Method> methods) {
        Set<String> runnable = Methods.runnable(seed).stream().map(Method::name).collect(Collectors.toSet());
        for (Method method : methods) {
            if (!runnable.contains(method.name())) {
                throw new ModelException(
                        method.name() + " is trained on PyTorch, which this program was built without; in a"
                                + " clone, 'ZSL_PYTORCH=1 ./zsl ...' builds it with it (a download of about 130 MB)");
            }
        }
    }

    /** Every option is known to one of the methods at least, or it is a mistake. */
    private static List<Method> changed(List<Method> methods, Map<String, String> wanted) {
        for (String name : wanted.keySet()) {
            if (methods.stream().noneMatch(method -> CandidateOptions.knows(method, name))) {
                throw new IllegalArgumentException("No option '" + name + "'; "
                        + String.join(
                                "; ",
                                methods.stream().map(CandidateOptions::list).toList()));
            }
        }
        return methods.stream()
                .map(method -> CandidateOptions.apply(method, wanted))
                .toList();
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : options.isBlank() ? List.<String>of() : new ArrayList<>(List.of(options.split(",", -1)))) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new UsageException("--options are written name=value, separated by commas, not '" + pair + "'");
            }
            if (pairs.put(parts[0].strip(), parts[1].strip()) != null) {
                throw new UsageException("--options: " + parts[0].strip() + " is given twice");
            }
        }
        return pairs;
    }
}
