package io.github.zsl4j.cli;

import io.github.zsl4j.error.ZslException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Where results go. What is written is on its way at once, so that a reader at the other end of a pipe need not wait.
 */
final class Output {

    /** The reader at the other end has gone: no fault, and no reason to go on. */
    static final class Closed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Closed() {
            super("Nobody reads the output any more", null, false, false);
        }
    }

    private final PrintStream stream;

    Output(PrintStream stream) {
        this.stream = stream;
    }

    /**
     * Writes text for a person, in the encoding of the terminal.
     *
     * @throws Closed if nobody reads it
     * @throws ZslException if it cannot be written for another reason that is known, such as a full disk
     */
    void text(String lines) {
        stream.print(lines);
        flush();
    }

    /**
     * Writes text for a program, in UTF-8 whatever the terminal's encoding.
     *
     * @throws Closed if nobody reads it
     * @throws ZslException if it cannot be written for another reason that is known, such as a full disk
     */
    void data(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
        flush();
    }

    private void flush() {
        if (stream.checkError()) {
            throw stream instanceof StandardOutput known ? known.failure() : new Closed();
        }
    }

    /** One line of a message: no line breaks and no control characters, whatever a file is called. */
    static String oneLine(String message) {
        UnaryOperator<String> printable = s -> s.replaceAll("\\p{Cntrl}", "?");
        return printable.apply(message.replaceAll("\\s*\\R\\s*", " ").strip());
    }
}
