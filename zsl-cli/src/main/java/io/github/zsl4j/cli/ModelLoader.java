package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;

/** Where a command gets its model from. */
@FunctionalInterface
interface ModelLoader {

    /** A model that the caller closes. */
    ZeroShotModel load(ModelOptions options);
}
