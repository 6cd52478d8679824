package io.github.zsl4j.text;

import io.github.zsl4j.error.ModelException;
import java.util.List;
import java.util.Optional;

/**
 * What a pooled vector goes through.
 *
 * @param pooled the number of components before it, where the model's files say so
 * @param layers in their order
 * @param unitLength whether the result is scaled to length 1
 */
record Head(Optional<Integer> pooled, List<Dense> layers, boolean unitLength) {

    /** The pooled vector as it is. */
    static final Head NONE = new Head(Optional.empty(), List.of(), false);

    static final Head UNIT_LENGTH = new Head(Optional.empty(), List.of(), true);

    Head withoutLayers() {
        return new Head(Optional.empty(), List.of(), unitLength);
    }

    /**
     * The number of components of the result.
     *
     * @throws ModelException if pooled vectors of {@code dimension} components do not fit
     */
    int dimension(int dimension) {
        if (pooled.isPresent() && pooled.get() != dimension) {
            throw new ModelException("The pooling's config.json says that the network gives vectors of " + pooled.get()
                    + " components, but it gives " + dimension + "; they belong to different models");
        }
        int result = dimension;
        for (Dense layer : layers) {
            result = layer.dimension(result);
        }
        return result;
    }

    /** All but the scaling, which is done for many vectors at once. */
    float[] apply(float[] vector) {
        float[] result = vector;
        for (Dense layer : layers) {
            result = layer.apply(result);
        }
        return result;
    }
}
