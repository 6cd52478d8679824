package io.github.zsl4j.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs native code that recurses deeply on a thread with a stack that is deep enough. A Java thread has 1 MB by default, and
 * when native code overflows it the JVM dies without a word.
 *
 * <p>ONNX Runtime (1.29.0, on Linux) needs it: when its environment is created it matches a regular expression against the
 * command line of the process, which recurses once a character at about 260 bytes each, so that a class path of 4,000
 * characters is already too long for a thread of 1 MB.
 */
public final class DeepStack {

    /** A million characters. It is address space, of which the system gives out memory only as it is touched. */
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    /**
     * Runs {@code task} on a new thread and waits for it; an interrupt is kept for later.
     *
     * @throws RuntimeException what the task throws
     */
    public static <T> T call(Supplier<T> task) {
        FutureTask<T> future = new FutureTask<>(task::get);
        Thread thread = new Thread(null, future, "zsl4j-deep", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause; // a supplier throws no other
    }
}
