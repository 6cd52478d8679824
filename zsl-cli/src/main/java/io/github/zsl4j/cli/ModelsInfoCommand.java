package io.github.zsl4j.cli;

import com.google.gson.GsonBuilder;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.hub.ByteSize;
import io.github.zsl4j.hub.CachedModel;
import io.github.zsl4j.hub.ModelHub;
import io.github.zsl4j.hub.ModelReference;
import io.github.zsl4j.model.ModelCard;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a model's card, or what its folder says. */
@Command(
        name = "info",
        description =
                "What a model is: the embedded one's sources, licences, checksums and limits, or the kind, the licence"
                        + " and the files of another.")
final class ModelsInfoCommand implements Runnable {

    private final Program program;
    private final Supplier<ModelHub> hub;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME|DIR",
            description = "A downloaded model, owner/name, or a model's folder (default: the embedded model).")
    private String name;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    ModelsInfoCommand(Program program, Supplier<ModelHub> hub) {
        this.program = program;
        this.hub = hub;
    }

    @Override
    public void run() {
        if (name == null) {
            card();
        } else if (json) {
            program.output().data(json(folder(), FolderFacts.of(folder())));
        } else {
            program.output().text(text(folder(), FolderFacts.of(folder())));
        }
    }

    private Path folder() {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // then it may be a name
        }
        List<CachedModel> found = CacheLookup.named(hub.get(), name);
        return found.stream()
                .filter(model -> model.revisions().contains(ModelReference.MAIN))
                .findFirst()
                .orElse(found.get(0))
                .folder();
    }

    private static String text(Path folder, FolderFacts facts) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(facts.name()).add("Kind     " + facts.kind()).add("Licence  " + facts.licence());
        lines.add("Folder   " + folder).add("Size     " + ByteSize.text(facts.bytes()));
        lines.add("").add("Files");
        facts.files()
                .forEach(
                        f -> lines.add(String.format("  %8s  %s", ByteSize.text(f.bytes()), Output.oneLine(f.name()))));
        return lines.toString();
    }

    private static String json(Path folder, FolderFacts facts) {
        return Json.line(json -> {
            json.name("name").value(facts.name());
            json.name("kind").value(facts.kind());
            json.name("licence").value(facts.licence());
            json.name("folder").value(folder.toString());
            json.name("files").beginArray();
            for (FolderFacts.FileFact file : facts.files()) {
                json.beginObject().name("name").value(file.name());
                json.name("bytes").value(file.bytes()).endObject();
            }
            json.endArray();
        });
    }

    private void card() {
        try (ZeroShotModel model = program.models().load(ModelOptions.defaults())) {
            if (json) {
                String card = new GsonBuilder().disableHtmlEscaping().create().toJson(model.card());
                program.output().data(card + "\n");
            } else {
                program.output().text(text(model.card()));
            }
        }
    }

    private static String text(ModelCard card) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(card.name() + ", version " + card.version()).add(card.kind());
        lines.add("").add("Pictures").add("  " + card.preprocessing());
        lines.add("").add("Sources");
        card.sources().forEach(s -> lines.add("  " + s.what() + ": " + s.name()).add("    " + s.licence()));
        lines.add("").add("Files (SHA-256)");
        card.files().forEach(f -> lines.add("  " + f.sha256() + "  " + f.name()));
        lines.add("").add("Limits");
        card.limits().forEach(limit -> lines.add("  " + limit));
        return lines.toString();
    }
}
