package io.github.zsl4j.cli;

import com.google.gson.GsonBuilder;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.model.ModelCard;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a model's card. */
@Command(name = "info", description = "What the model is made of: sources, licences, checksums, limits.")
final class ModelsInfoCommand implements Runnable {

    private final Program program;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    ModelsInfoCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
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
