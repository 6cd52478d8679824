package io.github.zsl4j.cli;

import io.github.zsl4j.retrieve.Hit;
import java.util.List;
import java.util.Locale;

/** Shows what a search found, best first. */
final class HitOutput {

    private static final int SCORE = 10;

    private HitOutput() {}

    static void json(Output output, List<Hit<String>> hits) {
        for (Hit<String> hit : hits) {
            output.data(Json.line(json -> {
                json.name("image").value(hit.key());
                json.name("score").value(hit.score());
            }));
        }
    }

    static void table(Program program, List<Hit<String>> hits) {
        Look look = new Look(program.terminal());
        boolean cut = program.terminal().showsOutput();
        for (Hit<String> hit : hits) {
            String path = cut ? look.path(hit.key(), look.columns() - SCORE - 1) : Output.oneLine(hit.key());
            program.output().text(String.format(Locale.ROOT, "%8.4f  %s%n", hit.score(), path));
        }
    }
}
