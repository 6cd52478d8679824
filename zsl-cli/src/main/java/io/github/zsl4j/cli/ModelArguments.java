package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import picocli.CommandLine.Option;

/** Which model is used, and how. */
final class ModelArguments {

    @Option(names = "--model", paramLabel = "DIR", hidden = true, description = "A model in a folder of its own.")
    private String folder;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pictures worked on side by side (default: one for every processor).")
    private Integer threads;

    /** @throws UsageException if they ask for what there is not */
    ModelOptions options() {
        if (folder != null) {
            throw new UsageException(
                    "--model " + folder + ": this version has its embedded model only; leave --model out");
        }
        if (threads == null) {
            return ModelOptions.defaults();
        }
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1, not " + threads);
        }
        return ModelOptions.defaults().withWorkers(threads);
    }
}
