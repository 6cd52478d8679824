package io.github.zsl4j.cli;

import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.hub.CachedModel;
import io.github.zsl4j.hub.ModelHub;
import io.github.zsl4j.hub.ModelReference;
import java.util.List;

/** Finds models in the cache by what the user writes. */
final class CacheLookup {

    private CacheLookup() {}

    /**
     * The model at a revision; without one, at all revisions that are there.
     *
     * @throws UsageException if it is no name of a model
     * @throws ModelException if it is not in the cache
     */
    static List<CachedModel> named(ModelHub hub, String text) {
        ModelReference wanted;
        try {
            wanted = ModelReference.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
        List<CachedModel> found = hub.cached().stream()
                .filter(model -> model.repository().equals(wanted.repository()))
                .filter(model -> !text.contains("@")
                        || model.commit().equals(wanted.revision())
                        || model.revisions().contains(wanted.revision()))
                .toList();
        if (found.isEmpty()) {
            throw new ModelException(wanted + ": not in the cache "
                    + hub.options().cache() + "; 'zsl models pull " + wanted + "' downloads it");
        }
        return found;
    }
}
