package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.util.Optional;
import java.util.function.Function;

/** Finds the file of a model's folder that says how pictures are prepared. See {@link Preprocessing#of}. */
final class FolderPreprocessing {

    private static final String TIMM_PROCESSOR = "TimmWrapper";

    private FolderPreprocessing() {}

    static Preprocessing read(ModelFolder folder) {
        return processor(folder)
                .map(file -> read(file, ProcessorConfig::read))
                .or(() -> folder.config("open_clip_config.json").map(file -> read(file, OpenClipConfig::read)))
                .or(() -> folder.config("config.json")
                        .filter(TimmConfig::matches)
                        .map(file -> read(file, TimmConfig::read)))
                .orElseThrow(
                        () -> new ModelException(folder + ": nothing says how pictures are prepared for this model:"
                                + " there is no preprocessor_config.json, no open_clip_config.json and no config.json of timm;"
                                + " add the file, or pass a Preprocessing of your own"));
    }

    /** The processor of timm's models reads config.json, so its own file says nothing. */
    private static Optional<ConfigFile> processor(ModelFolder folder) {
        return folder.config("processor_config.json")
                .flatMap(file -> file.child("image_processor"))
                .or(() -> folder.config("preprocessor_config.json"))
                .filter(file -> !ProcessorConfig.type(file).equals(Optional.of(TIMM_PROCESSOR)));
    }

    private static Preprocessing read(ConfigFile file, Function<ConfigFile, Preprocessing> reader) {
        try {
            return reader.apply(file);
        } catch (IllegalArgumentException e) { // from the values that the file gave
            throw new ModelException(file.name() + ": " + e.getMessage(), e);
        }
    }
}
