package io.github.zsl4j;

import io.github.zsl4j.embedded.DefaultModel;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;

/** Where models come from. */
public final class ZeroShot {

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
        NetworkOptions network = NetworkOptions.defaults().withThreads(options.threadsPerCall());
        return ZeroShotModel.of(DefaultModel.load(network, options.workers()), options);
    }
}
