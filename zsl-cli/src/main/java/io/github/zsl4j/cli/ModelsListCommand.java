package io.github.zsl4j.cli;

import io.github.zsl4j.hub.ByteSize;
import io.github.zsl4j.hub.CachedModel;
import io.github.zsl4j.hub.ModelHub;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the models in the cache. */
@Command(name = "list", description = "The downloaded models: name, revision, size and kind.")
final class ModelsListCommand implements Runnable {

    private static final int SHORT_COMMIT = 7;

    private final Program program;
    private final Supplier<ModelHub> hub;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ModelsListCommand(Program program, Supplier<ModelHub> hub) {
        this.program = program;
        this.hub = hub;
    }

    @Override
    public void run() {
        ModelHub opened = hub.get();
        List<CachedModel> models = opened.cached();
        if (json) {
            models.forEach(model -> program.output().data(json(model)));
        } else if (models.isEmpty()) {
            complainOfNone(program, opened);
        } else {
            program.output().text(table(models));
        }
    }

    static void complainOfNone(Program program, ModelHub hub) {
        program.complain("there are no models in " + hub.options().cache() + "; 'zsl models pull' downloads one");
    }

    private static String json(CachedModel model) {
        return Json.line(json -> {
            json.name("name").value(model.repository());
            json.name("commit").value(model.commit());
            json.name("revisions").beginArray();
            for (String revision : model.revisions()) {
                json.value(revision);
            }
            json.endArray();
            json.name("bytes").value(model.bytes());
            json.name("kind").value(FolderFacts.of(model.folder()).kind());
            json.name("folder").value(model.folder().toString());
        });
    }

    private static String table(List<CachedModel> models) {
        int name = models.stream().mapToInt(m -> m.repository().length()).max().orElse(0);
        int revision = models.stream().mapToInt(m -> revision(m).length()).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (CachedModel model : models) {
            lines.append(String.format(
                    "%-" + name + "s  %-" + revision + "s  %8s  %s%n",
                    Output.oneLine(model.repository()),
                    revision(model),
                    ByteSize.text(model.bytes()),
                    FolderFacts.of(model.folder()).kind()));
        }
        return lines.toString();
    }

    /** The names of the revision, or the beginning of the commit. */
    static String revision(CachedModel model) {
        String commit = model.commit()
                .substring(0, Math.min(SHORT_COMMIT, model.commit().length()));
        return Output.oneLine(model.revisions().isEmpty() ? commit : String.join(",", model.revisions()));
    }
}
