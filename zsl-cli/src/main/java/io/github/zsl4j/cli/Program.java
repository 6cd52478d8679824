package io.github.zsl4j.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;

/**
 * What a run of the program works with.
 *
 * @param in standard input
 * @param out where results go
 * @param err where messages go
 * @param terminal what those can show
 * @param models where models come from
 */
record Program(InputStream in, PrintStream out, PrintStream err, Terminal terminal, ModelLoader models) {

    Program {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(terminal, "terminal");
        Objects.requireNonNull(models, "models");
    }

    Output output() {
        return new Output(out);
    }

    /** Tells the user something that is not a result, in one line. */
    void complain(String message) {
        err.println("zsl: " + Output.oneLine(message));
        err.flush();
    }
}
