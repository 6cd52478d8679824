package io.github.zsl4j.cli;

import io.github.zsl4j.hub.ByteSize;
import io.github.zsl4j.hub.DownloadListener;
import io.github.zsl4j.hub.DownloadProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a download has come, on one line of the terminal, if someone looks at it. */
final class DownloadBar implements DownloadListener, AutoCloseable {

    private static final String ERASE = "\r\u001b[K";
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream err;
    private final Terminal terminal;
    private ProgressBar bar;

    private DownloadBar(PrintStream err, Terminal terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static DownloadBar of(Program program) {
        return new DownloadBar(program.err(), program.terminal());
    }

    @Override
    public void progress(DownloadProgress progress) {
        if (!terminal.showsErrors()) {
            return;
        }
        if (bar == null) {
            bar = open(progress.total());
        }
        bar.setExtraMessage(
                " " + ByteSize.text(Math.round(progress.bytesPerSecond())) + "/s " + Output.oneLine(progress.file()));
        bar.stepTo(progress.done());
    }

    private ProgressBar open(long total) {
        return new ProgressBarBuilder()
                .setTaskName("")
                .setInitialMax(total)
                .setUnit(" MB", MEGABYTE)
                .setUpdateIntervalMillis(200)
                .hideEta() // the small files come first, and say nothing about the rest
                .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, terminal.columns() - 1))
                .build();
    }

    private void draw(String line) {
        err.print(ERASE + line);
        err.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            draw("");
        }
    }
}
