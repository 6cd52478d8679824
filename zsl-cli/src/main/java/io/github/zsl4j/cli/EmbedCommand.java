package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints vectors of the model's shared space. */
@Command(
        name = "embed",
        description = "Prints the vectors of pictures and texts in the model's shared space, not normalised.",
        customSynopsis = "zsl embed [PICTURES...] [--text TEXT]... [--json] [--model DIR] ...")
final class EmbedCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(
            arity = "0..*",
            paramLabel = "PICTURES",
            description = "Files, folders, patterns, or - as for classify.")
    private List<String> pictures = List.of();

    @Option(names = "--text", paramLabel = "TEXT", description = "A text; may be given several times.")
    private List<String> texts = List.of();

    @Option(names = "--json", description = "One JSON object a line: the only format, and so the default.")
    private boolean json;

    @Mixin
    private ModelArguments model;

    EmbedCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        requireSense();
        ModelOptions options = model.options();
        List<PictureItem> items = new PictureFinder(program.in()).find(pictures);
        JsonEmbeddings sink = new JsonEmbeddings(program.output());
        try (ZeroShotModel loaded = model.load(program, options)) {
            texts.forEach(text -> sink.text(text, loaded.embed(text)));
            return new Batch<>(loaded::embedEach, sink).run(items, program);
        }
    }

    private void requireSense() {
        if (pictures.isEmpty() && texts.isEmpty()) {
            throw new UsageException("Name pictures, or a text with --text");
        }
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new UsageException("--text must not be blank");
        }
    }
}
