package io.github.zsl4j.cli;

import io.github.zsl4j.generate.GeneratorTrainer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The losses of a training: on one line of a terminal that changes, or else on a few lines. */
final class LossLine implements GeneratorTrainer.Progress, AutoCloseable {

    private static final String ERASE = "\r\u001b[K";

    /** Lines in all where none can be replaced. */
    private static final int LINES = 10;

    private final Program program;

    LossLine(Program program) {
        this.program = program;
    }

    @Override
    public void epochEnded(int epoch, int epochs, Map<String, Double> losses) {
        String line = "epoch " + epoch + "/" + epochs + "  " + text(losses);
        if (program.terminal().showsErrors()) {
            int width = program.terminal().columns() - 1;
            program.err().print(ERASE + line.substring(0, Math.min(line.length(), width)));
        } else if (epoch == epochs || epoch % Math.max(1, epochs / LINES) == 0) {
            program.err().println(line);
        }
        program.err().flush();
    }

    private static String text(Map<String, Double> losses) {
        return losses.entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.4g", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining("  "));
    }

    @Override
    public void close() {
        if (program.terminal().showsErrors()) {
            program.err().print(ERASE);
            program.err().flush();
        }
    }
}
