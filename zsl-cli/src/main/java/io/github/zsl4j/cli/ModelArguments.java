package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.engine.ComputeDevice;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.hub.FileSelection;
import io.github.zsl4j.hub.ModelHub;
import io.github.zsl4j.hub.ModelReference;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which model is used, and how. */
final class ModelArguments {

    private static final String MODEL = "model";
    private static final String ENGINE = "engine";
    private static final String VARIANT = "variant";

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "A CLIP or SigLIP model: its folder, or hf:owner/name to download it once from the Hugging Face"
                            + " hub (default: the embedded model).")
    private String model;

    @Option(
            names = "--engine",
            paramLabel = "E",
            description = "What runs the model: ${COMPLETION-CANDIDATES} (default: onnx).")
    private EngineName engine;

    @Option(
            names = "--device",
            paramLabel = "D",
            description = "Where it runs: cpu, gpu, or gpu:1 and so on (default: cpu).")
    private String device;

    @Option(
            names = "--variant",
            paramLabel = "V",
            description = "The exported files with this suffix, such as fp16 or quantized (default: full precision).")
    private String variant;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pictures worked on side by side (default: one for every processor).")
    private Integer threads;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Pictures per run of the network when there are many (default: 1, on a GPU 32).")
    private Integer batch;

    /** @throws UsageException if they ask for what there is not */
    ModelOptions options() {
        try {
            ModelOptions options = ModelOptions.defaults();
            options = engine == null ? options : options.withEngine(engine.djlName());
            options = device == null ? options : options.withDevice(ComputeDevice.parse(device));
            options = variant == null ? options : options.withVariant(new WeightVariant(variant));
            options = threads == null ? options : options.withWorkers(positive("--threads", threads));
            return batch == null ? options : options.withBatch(positive("--batch", batch));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new UsageException(option + " must be at least 1, not " + value);
        }
        return value;
    }

    /** What tells a later run which model this one used: the options that choose its files. */
    Map<String, String> choice() {
        Map<String, String> choice = new HashMap<>();
        if (model != null) {
            choice.put(
                    MODEL,
                    isRemote() ? model : folder().toAbsolutePath().normalize().toString());
        }
        if (engine != null) {
            choice.put(ENGINE, engine.name());
        }
        if (variant != null) {
            choice.put(VARIANT, variant);
        }
        return choice;
    }

    /** Uses what an earlier run chose, unless a model is named now. */
    void orElse(Map<String, String> choice) {
        if (model != null) {
            return;
        }
        model = choice.get(MODEL);
        if (engine == null && choice.containsKey(ENGINE)) {
            engine = EngineName.valueOf(choice.get(ENGINE));
        }
        if (variant == null) {
            variant = choice.get(VARIANT);
        }
    }

    private boolean isRemote() {
        return model.startsWith(ModelReference.SCHEME);
    }

    /** @throws UsageException if the model's name makes no sense */
    ZeroShotModel load(Program program, ModelOptions options) {
        if (model == null) {
            requireEmbedded();
            return program.models().load(options);
        }
        return ZeroShot.load(isRemote() ? pull(program, options) : folder(), options);
    }

    private void requireEmbedded() {
        if (engine == EngineName.pytorch || variant != null) {
            throw new UsageException(
                    "--engine and --variant choose among the files of a --model; the embedded model has one of each");
        }
    }

    private Path folder() {
        try {
            return Path.of(model);
        } catch (InvalidPathException e) {
            throw new UsageException("--model " + model + ": not the name of a folder", e);
        }
    }

    private Path pull(Program program, ModelOptions options) {
        ModelReference reference;
        try {
            reference = ModelReference.parse(model);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        try (DownloadBar bar = DownloadBar.of(program)) {
            return ModelHub.fromEnvironment()
                    .pull(reference, FileSelection.of(options.network(), options.variant()), bar);
        }
    }
}
