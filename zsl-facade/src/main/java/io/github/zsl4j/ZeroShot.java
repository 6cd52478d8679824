package io.github.zsl4j;

import io.github.zsl4j.embedded.DefaultModel;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.hub.DownloadListener;
import io.github.zsl4j.hub.FileSelection;
import io.github.zsl4j.hub.ModelHub;
import io.github.zsl4j.hub.ModelReference;
import io.github.zsl4j.joint.JointFolder;
import java.nio.file.Path;
import java.util.Optional;

/** Where models come from. */
public final class ZeroShot {

    private static final String HUB = "hf:";

    private ZeroShot() {}

    /**
     * The embedded default, which comes with the library: no download, English labels, ImageNet's view of the world.
     *
     * @throws ModelException if a part of it is not on the class path
     */
    public static ZeroShotModel load() {
        return load(ModelOptions.defaults());
    }

    /**
     * The embedded default with options.
     *
     * @throws ModelException if a part of it is not on the class path
     */
    public static ZeroShotModel load(ModelOptions options) {
        return ZeroShotModel.of(DefaultModel.load(options.network(), options.workers()), options);
    }

    /**
     * A CLIP or SigLIP model in a folder, in the layout of Hugging Face or open_clip; {@link JointFolder} says which files.
     *
     * @throws ModelException if it is not there, damaged, or of another kind
     */
    public static ZeroShotModel load(Path folder) {
        return load(folder, ModelOptions.defaults());
    }

    /**
     * A CLIP or SigLIP model in a folder, with options.
     *
     * @throws ModelException if it is not there, damaged, or of another kind
     */
    public static ZeroShotModel load(Path folder, ModelOptions options) {
        JointFolder.Options parts = new JointFolder.Options(
                options.network(), options.variant(), options.batch(), options.workers(), Optional.empty());
        return ZeroShotModel.of(JointFolder.load(ModelFolder.of(folder), parts), options);
    }

    /**
     * A model of the Hugging Face hub. What is not in the local cache is downloaded, so this is the one way to load a model
     * that may use the network; see {@link ModelHub} for the environment variables that govern it.
     *
     * @param name {@code hf:owner/name}, or {@code hf:owner/name@revision} with a branch, tag or commit
     * @throws IllegalArgumentException if the name does not read so
     * @throws ModelException if the model cannot be fetched, or is damaged or of another kind
     */
    public static ZeroShotModel load(String name) {
        return load(name, ModelOptions.defaults());
    }

    /**
     * A model of the Hugging Face hub, with options; see {@link #load(String)}.
     *
     * @throws IllegalArgumentException if the name does not read so
     * @throws ModelException if the model cannot be fetched, or is damaged or of another kind
     */
    public static ZeroShotModel load(String name, ModelOptions options) {
        if (!name.startsWith(HUB)) {
            throw new IllegalArgumentException(
                    "A remote model is named hf:owner/name, not '" + name + "'; a folder is given as a Path");
        }
        FileSelection files = FileSelection.of(options.network(), options.variant());
        Path folder = ModelHub.fromEnvironment().pull(ModelReference.parse(name), files, DownloadListener.NONE);
        return load(folder, options);
    }
}
