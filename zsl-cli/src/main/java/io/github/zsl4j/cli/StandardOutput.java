package io.github.zsl4j.cli;

import io.github.zsl4j.error.ZslException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** A stream of results that knows why it could not be written, which print streams keep to themselves. */
final class StandardOutput extends PrintStream {

    /** What the operating system says of a pipe that nobody reads, whatever the language of its messages. */
    private static final String BROKEN_PIPE = "(?i).*(pipe|EPIPE).*";

    private final Watched target;

    StandardOutput(OutputStream target, Charset charset) {
        this(new Watched(target), charset);
    }

    private StandardOutput(Watched target, Charset charset) {
        super(target, false, charset);
        this.target = target;
    }

    /** Why nothing more can be written: the reader has gone, or the place is at fault, such as a full disk. */
    RuntimeException failure() {
        IOException cause = target.failure;
        if (cause == null || String.valueOf(cause.getMessage()).matches(BROKEN_PIPE)) {
            return new Output.Closed();
        }
        return new ZslException("The results cannot be written: " + cause.getMessage(), cause);
    }

    /** Remembers the first failure. */
    private static final class Watched extends FilterOutputStream {

        private IOException failure;

        Watched(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
