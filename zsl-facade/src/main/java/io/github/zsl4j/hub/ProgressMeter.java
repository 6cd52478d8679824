package io.github.zsl4j.hub;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts the bytes of a download and tells them, with their rate, now and then. Not thread-safe. */
final class ProgressMeter {

    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** The time after which an old rate counts for little. */
    private static final double MEMORY_SECONDS = 3;

    private final DownloadListener listener;
    private final LongSupplier nanoTime;
    private final long total;
    private String file = "";
    private long base;
    private long position;
    private long reported;
    private long moved;
    private double rate;

    /** @param total bytes that all files have together */
    ProgressMeter(DownloadListener listener, long total, LongSupplier nanoTime) {
        this.listener = listener;
        this.total = total;
        this.nanoTime = nanoTime;
        this.reported = nanoTime.getAsLong();
    }

    /** Begins a file of which some bytes may be there. */
    void begin(String name, long start) {
        base += position;
        file = name;
        position = start;
    }

    /** Counts a file that was there before its turn came. */
    void skip(String name, long size) {
        begin(name, 0);
        end(size);
    }

    /** Starts the file again from some byte. */
    void rewind(long start) {
        position = start;
    }

    void received(int bytes) {
        position += bytes;
        moved += bytes;
        long now = nanoTime.getAsLong();
        if (now - reported >= REPORT_NANOS) {
            report(now);
        }
    }

    /** The file is there. */
    void end(long size) {
        position = size;
        report(nanoTime.getAsLong());
    }

    private void report(long now) {
        double seconds = (now - reported) / 1e9;
        if (seconds > 0) {
            double weight = rate == 0 ? 1 : 1 - Math.exp(-seconds / MEMORY_SECONDS);
            rate += weight * (moved / seconds - rate);
            moved = 0;
            reported = now;
        }
        listener.progress(new DownloadProgress(file, base + position, total, rate));
    }
}
