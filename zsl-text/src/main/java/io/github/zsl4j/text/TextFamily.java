package io.github.zsl4j.text;

import java.util.List;

/** Networks that read texts in the same way. */
interface TextFamily {

    /** What its networks read, for engines that cannot tell. */
    List<TextInputs.Role> usualInputs(TextModelFiles files);

    /** @throws io.github.zsl4j.error.ModelException if the files make no sense */
    TextRecipe recipe(TextModelFiles files, TextInputs inputs, TextEncoderOptions options);

    /** Tells a model's family by its files. */
    static TextFamily of(TextModelFiles files) {
        String type = files.modelType();
        if (type.startsWith("siglip")) {
            return new SiglipFamily();
        }
        if (type.startsWith("clip") || type.startsWith("metaclip")) {
            return new ClipFamily();
        }
        if (type.isEmpty() && files.config().has("model_cfg")) {
            return new OpenClipFamily();
        }
        return new SentenceFamily();
    }
}
