package io.github.zsl4j.cli;

import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.hub.FileSelection;
import io.github.zsl4j.hub.ModelHub;
import io.github.zsl4j.hub.ModelReference;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads a model. */
@Command(
        name = "pull",
        description = {
            "Downloads a model of the Hugging Face hub and prints its folder.",
            "Only what is missing is fetched; an interrupted download goes on where it left off. The cache is the one that"
                    + " Python uses.",
            "",
            "From the environment: HF_TOKEN for models that need one, HF_HUB_CACHE or HF_HOME for another folder,"
                    + " HF_ENDPOINT for a mirror, HF_HUB_OFFLINE=1 to use the cache only."
        })
final class ModelsPullCommand implements Runnable {

    private final Program program;
    private final Supplier<ModelHub> hub;

    @Parameters(paramLabel = "NAME", description = "The model: owner/name, or owner/name@revision.")
    private String name;

    @Option(names = "--revision", paramLabel = "R", description = "A branch, a tag or a commit (default: main).")
    private String revision;

    @Option(
            names = "--variant",
            paramLabel = "V",
            defaultValue = "",
            description = "The exported files with this suffix, such as fp16 or quantized (default: full precision).")
    private String variant;

    @Option(
            names = "--engine",
            defaultValue = "onnx",
            description = "Files for this engine: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EngineName engine;

    ModelsPullCommand(Program program, Supplier<ModelHub> hub) {
        this.program = program;
        this.hub = hub;
    }

    @Override
    public void run() {
        ModelReference model;
        FileSelection selection;
        try {
            ModelReference named = ModelReference.parse(name);
            model = revision == null ? named : named.withRevision(revision);
            selection = new FileSelection(engine.djlName(), new WeightVariant(variant));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        Path folder;
        try (DownloadBar bar = DownloadBar.of(program)) {
            folder = hub.get().pull(model, selection, bar);
        }
        program.output().text(folder + "\n");
    }
}
