package io.github.zsl4j.joint;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.model.FrontMatter;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.nio.file.Path;
import java.util.List;

/** Describes a model from what lies in its folder. */
record FolderCard(ModelFolder folder, Family family, LogitSource logits, List<Path> networks) {

    ModelCard of(Preprocessing preprocessing) {
        return new ModelCard(
                folder.name(),
                revision(),
                family.kind() + ", logit scale " + logits.logits().scale() + " (" + logits.where() + ")",
                preprocessing.toString(),
                List.of(new ModelCard.Source(
                        "the model",
                        folder.name(),
                        folder.file("README.md").flatMap(FrontMatter::licence).orElse("see the model's own page"))),
                networks.stream()
                        .map(file -> new ModelCard.ModelFile(
                                folder.path().relativize(file).toString(), WeightDigest.sha256(file)))
                        .toList(),
                List.of());
    }

    /** A folder of the hub's cache is called by its commit. */
    private String revision() {
        String last = folder.path().toAbsolutePath().normalize().getFileName().toString();
        return last.matches("[0-9a-f]{40}") ? last : "local";
    }
}
