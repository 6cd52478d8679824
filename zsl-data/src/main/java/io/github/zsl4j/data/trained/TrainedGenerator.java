package io.github.zsl4j.data.trained;

import io.github.zsl4j.generate.GenerativeModel;
import java.util.Objects;

/**
 * A generator of features, and how it was made. Immutable.
 *
 * @param model the generator, and the map of features to where its samples are
 * @param provenance how it was made
 */
public record TrainedGenerator(GenerativeModel model, Provenance provenance) {

    public TrainedGenerator {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(provenance, "provenance");
    }
}
