package io.github.zsl4j.cli;

import io.github.zsl4j.ClassifierOptions;
import io.github.zsl4j.model.LabelMode;
import io.github.zsl4j.text.prompt.PromptTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a joint model reads labels. */
final class ReadingOptions {

    @Option(
            names = "--templates",
            paramLabel = "T",
            description =
                    "What labels are put into: a sentence with {} for the label, a file of such, or a published set:"
                            + " single, siglip, imagenet-80, imagenet-7, cifar, caltech-101, textures, satellite, birds, flowers,"
                            + " food, aircraft (CLIP and SigLIP models).")
    private String templates;

    @Option(
            names = "--independent",
            negatable = true,
            description =
                    "Judge every label by itself (SigLIP's own way), or with --no-independent: exactly one is right.")
    private Boolean independent;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Keep the work on the labels in this folder, for later starts.")
    private Path cache;

    /** @throws UsageException if the templates are none */
    ClassifierOptions options() {
        ClassifierOptions options = ClassifierOptions.defaults();
        options = templates == null ? options : options.withTemplates(templates());
        options = independent == null
                ? options
                : options.withMode(independent ? LabelMode.INDEPENDENT : LabelMode.SINGLE);
        return cache == null ? options : options.withCache(cache);
    }

    private PromptTemplates templates() {
        try {
            if (templates.contains(PromptTemplates.GAP)) {
                return PromptTemplates.of(templates);
            }
            return PromptTemplates.names().contains(templates) || !Files.exists(Path.of(templates))
                    ? PromptTemplates.named(templates)
                    : PromptTemplates.load(Path.of(templates));
        } catch (IllegalArgumentException e) { // InvalidPathException is one too
            throw new UsageException("--templates: " + e.getMessage(), e);
        }
    }
}
