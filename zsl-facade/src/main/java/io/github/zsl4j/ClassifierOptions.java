package io.github.zsl4j;

import io.github.zsl4j.cache.ClassCache;
import io.github.zsl4j.model.LabelMode;
import io.github.zsl4j.text.prompt.PromptTemplates;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a classifier reads its labels.
 *
 * @param templates what labels are put into before they are encoded; empty for the model's own choice
 * @param mode whether one label is right or any number; empty for what the model was trained for
 * @param cache where the work on the labels is kept; empty for the model's memory
 */
public record ClassifierOptions(
        Optional<PromptTemplates> templates, Optional<LabelMode> mode, Optional<ClassCache> cache) {

    /** What suits the model. */
    public static ClassifierOptions defaults() {
        return new ClassifierOptions(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ClassifierOptions withTemplates(PromptTemplates newTemplates) {
        return new ClassifierOptions(Optional.of(newTemplates), mode, cache);
    }

    public ClassifierOptions withMode(LabelMode newMode) {
        return new ClassifierOptions(templates, Optional.of(newMode), cache);
    }

    public ClassifierOptions withCache(ClassCache newCache) {
        return new ClassifierOptions(templates, mode, Optional.of(newCache));
    }

    /** Keeps the work on labels in a folder, for later starts. */
    public ClassifierOptions withCache(Path folder) {
        return withCache(ClassCache.in(folder));
    }
}
