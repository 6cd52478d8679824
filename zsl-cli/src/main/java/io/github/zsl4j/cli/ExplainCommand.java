package io.github.zsl4j.cli;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.explain.ClassReading;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how labels are understood. */
@Command(
        name = "explain",
        description = "Tells how labels are understood: their senses, what they are compared with.",
        customSynopsis = "zsl explain (--labels A,B,C | --labels-file FILE) [--json] [--model DIR]")
final class ExplainCommand implements Runnable {

    private final Program program;

    @Mixin
    private LabelOptions labels;

    @Option(names = "--json", description = "One JSON object a label.")
    private boolean json;

    @Mixin
    private ModelArguments model;

    ExplainCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
        var classes = labels.read();
        try (ZeroShotModel loaded = model.load(program, model.options())) {
            print(loaded.explain(classes));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void print(List<ClassReading> readings) {
        Output output = program.output();
        if (json) {
            readings.forEach(reading -> output.data(ReadingJson.line(reading)));
        } else {
            output.text(new ReadingText(new Look(program.terminal())).of(readings));
        }
    }
}
