package io.github.zsl4j.train.gradient;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The one thread on which gradients are computed. DJL collects those of one computation at a time in a program, and
 * PyTorch's number of threads holds only for the thread on which it is set, which is this one if it starts PyTorch: on any
 * other, OpenMP takes as many threads as there are cores, which on small matrices and a busy machine was 15 times slower.
 */
final class TrainingThread {

    private static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor(TrainingThread::create);

    private static Thread thread;

    private TrainingThread() {}

    private static synchronized Thread create(Runnable work) {
        thread = new Thread(work, "zsl4j-train");
        thread.setDaemon(true);
        return thread;
    }

    private static synchronized boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /**
     * Runs {@code task} when those before it are done, and waits for it; an interrupt is kept for later.
     *
     * @throws RuntimeException what the task throws
     */
    static <T> T call(Supplier<T> task) {
        return isCurrent() ? task.get() : await(EXECUTOR.submit(task::get));
    }

    private static <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result(future);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause; // a supplier throws no other
    }
}
