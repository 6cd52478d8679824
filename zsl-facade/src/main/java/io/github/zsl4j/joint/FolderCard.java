package io.github.zsl4j.joint;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Describes a model from what lies in its folder. */
record FolderCard(ModelFolder folder, Family family, LogitSource logits, List<Path> networks) {

    ModelCard of(Preprocessing preprocessing) {
        return new ModelCard(
                folder.name(),
                revision(),
                family.kind() + ", logit scale " + logits.logits().scale() + " (" + logits.where() + ")",
                preprocessing.toString(),
                List.of(new ModelCard.Source(
                        "the model", folder.name(), licence().orElse("see the model's own page"))),
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

    /** The licence in the front matter of the hub's README.md. */
    private Optional<String> licence() {
        return folder.file("README.md").flatMap(file -> {
            try {
                return Files.readString(file)
                        .lines()
                        .limit(200)
                        .filter(line -> line.startsWith("license:"))
                        .map(line -> line.substring("license:".length()).strip())
                        .findFirst();
            } catch (IOException e) {
                return Optional.empty(); // a README in another encoding
            }
        });
    }
}
