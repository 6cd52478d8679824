package io.github.zsl4j.cli;

import io.github.zsl4j.ZeroShot;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

/** The {@code zsl} program: {@code zsl --help} says what it does. */
public final class Zsl {

    private Zsl() {}

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String... args) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        // Types that no option has; knowing them takes picocli a while.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", "java.time.*,java.sql.*");
        // Libraries may log while the logging library starts in another thread, which it would warn about.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new StandardOutput(new FileOutputStream(FileDescriptor.out), Terminal.charset());
        Program program = new Program(System.in, out, System.err, Terminal.ofSystem(), ZeroShot::load);
        System.exit(run(program, args));
    }

    /**
     * Runs the program inside another one. Nothing but the arguments, the streams and the files they name is touched.
     *
     * @param args as on the command line
     * @param out receives the results
     * @param err receives messages, one line each
     * @return 0; 1 if a picture or the model could not be used; 2 for wrong arguments; 70 for a fault of the program's
     *     own; 141 if {@code out} was closed at its other end
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(new Program(InputStream.nullInputStream(), out, err, Terminal.NONE, ZeroShot::load), args);
    }

    static int run(Program program, String... args) {
        Failures failures = new Failures(program);
        try {
            return Commands.of(program, failures).execute(args);
        } catch (Output.Closed e) {
            return ExitCode.OUTPUT_CLOSED;
        } catch (RuntimeException | Error e) {
            return failures.failed(e, false);
        }
    }
}
