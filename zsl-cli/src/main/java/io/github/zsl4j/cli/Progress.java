package io.github.zsl4j.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a batch has come, on one line of the terminal that results do not run into. */
abstract class Progress implements AutoCloseable {

    /** Fewer pictures are done before anyone asks. */
    private static final int MANY = 10;

    /** A bar if there are many pictures and someone looks at standard error; else nothing. */
    static Progress of(Program program, int pictures) {
        return program.terminal().showsErrors() && pictures >= MANY ? new Bar(program, pictures) : new Silent();
    }

    /** Shows something that does not count. */
    abstract void show(Runnable show);

    /** Shows a result and counts it. */
    abstract void step(Runnable show);

    @Override
    public abstract void close();

    private static final class Silent extends Progress {

        @Override
        void show(Runnable show) {
            show.run();
        }

        @Override
        void step(Runnable show) {
            show.run();
        }

        @Override
        public void close() {}
    }

    private static final class Bar extends Progress {

        private static final String ERASE = "\r\u001b[K";

        private final PrintStream err;
        private final ProgressBar bar;
        private String shown = "";

        Bar(Program program, int pictures) {
            Terminal terminal = program.terminal();
            this.err = program.err();
            this.bar = new ProgressBarBuilder()
                    .setTaskName("")
                    .setInitialMax(pictures)
                    .setUnit(" pictures", 1)
                    .setUpdateIntervalMillis(200)
                    .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                    .setConsumer(new DelegatingProgressBarConsumer(this::draw, terminal.columns() - 1))
                    .build();
        }

        private synchronized void draw(String line) {
            shown = line;
            err.print(ERASE + line);
            err.flush();
        }

        @Override
        synchronized void show(Runnable result) {
            err.print(ERASE);
            err.flush();
            result.run();
            err.print(shown);
            err.flush();
        }

        @Override
        void step(Runnable result) {
            show(result);
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
            draw("");
        }
    }
}
