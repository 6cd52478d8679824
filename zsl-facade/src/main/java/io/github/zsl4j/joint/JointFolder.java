package io.github.zsl4j.joint;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.model.JointModel;
import java.util.Objects;
import java.util.Optional;

/**
 * Loads the joint model of a folder: CLIP, SigLIP and SigLIP 2 as Hugging Face lays them out, and the models of open_clip;
 * with a network for each tower, or one for both.
 *
 * <p>What must be there: {@code config.json} or {@code open_clip_config.json}; {@code preprocessor_config.json} unless
 * open_clip's configuration says it; {@code tokenizer.json} with its side files; the networks, as {@code vision_model} and
 * {@code text_model} or as {@code model}, with the extension of the engine, at the root or in {@code onnx/}. The trained
 * logit scale (and bias) is read from {@code model.safetensors} if it is there, else measured on the combined network,
 * else taken from the configuration with a warning.
 */
public final class JointFolder {

    private JointFolder() {}

    /**
     * How a folder's networks are run.
     *
     * @param network the engine, its device and threads
     * @param variant which of the exported files is run
     * @param batch pictures per run of the image network, at least 1
     * @param workers threads that encode the texts of long label lists, at least 1
     * @param logits to be used whatever the folder says; empty for the folder's own
     */
    public record Options(
            NetworkOptions network, WeightVariant variant, int batch, int workers, Optional<LogitParameters> logits) {

        /** @throws IllegalArgumentException if a number is not positive */
        public Options {
            Objects.requireNonNull(network, "network");
            Objects.requireNonNull(variant, "variant");
            Objects.requireNonNull(logits, "logits");
            if (batch < 1 || workers < 1) {
                throw new IllegalArgumentException(
                        "Batch and workers are at least 1, not " + batch + " and " + workers);
            }
        }

        /** ONNX Runtime, full precision, one picture a run, a worker for every core. */
        public static Options defaults() {
            return new Options(
                    NetworkOptions.defaults(),
                    WeightVariant.FULL,
                    1,
                    Runtime.getRuntime().availableProcessors(),
                    Optional.empty());
        }

        public Options withNetwork(NetworkOptions newNetwork) {
            return new Options(newNetwork, variant, batch, workers, logits);
        }

        public Options withVariant(WeightVariant newVariant) {
            return new Options(network, newVariant, batch, workers, logits);
        }

        public Options withLogits(LogitParameters newLogits) {
            return new Options(network, variant, batch, workers, Optional.of(newLogits));
        }
    }

    /** @throws ModelException if the folder holds no joint model, or a part of it is missing or damaged */
    public static JointModel load(ModelFolder folder, Options options) {
        Family family = Family.of(folder);
        Towers towers = Towers.load(folder, options);
        try {
            LogitSource logits = options.logits()
                    .map(given -> new LogitSource(given, "given by the caller"))
                    .orElseGet(() -> LogitSource.find(folder, family, towers::probe));
            FolderCard card = new FolderCard(folder, family, logits, towers.files());
            return DualEncoder.withCard(
                    towers.images(),
                    towers.texts(),
                    logits.logits(),
                    family.templates(),
                    () -> card.of(towers.images().preprocessing()));
        } catch (RuntimeException e) {
            towers.close();
            throw e;
        }
    }
}
