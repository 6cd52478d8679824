package io.github.zsl4j.text;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs jobs on the caller's thread and some helpers. Whoever is free takes the next job, so callers who share the helpers
 * never wait for a helper to become free. Thread-safe.
 */
final class Workers implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    /** Null when the caller works alone. */
    private final ThreadPoolExecutor helpers;

    /** @param count threads that work on one caller's jobs, the caller's included */
    Workers(int count) {
        helpers = count == 1 ? null : pool(count - 1);
    }

    private static ThreadPoolExecutor pool(int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), job -> {
                    Thread thread = new Thread(job, "zsl-text");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Runs all jobs and returns when none is running any more.
     *
     * @throws RuntimeException what a job threw; jobs not yet begun are dropped then
     */
    void run(List<? extends Runnable> jobs) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<FutureTask<Void>> tasks = jobs.stream()
                .map(job -> new FutureTask<Void>(() -> attempt(job, failure), null))
                .toList();
        if (helpers != null && tasks.size() > 1) {
            tasks.forEach(helpers::execute);
        }
        tasks.forEach(FutureTask::run); // does nothing for one that a helper has taken
        awaitAll(tasks);
        rethrow(failure.get());
    }

    private static void attempt(Runnable job, AtomicReference<Throwable> failure) {
        if (failure.get() != null) {
            return;
        }
        try {
            job.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits through interrupts: jobs are short, and leaving would let memory be freed under them. */
    private static void awaitAll(List<FutureTask<Void>> tasks) {
        boolean interrupted = false;
        for (int i = 0; i < tasks.size(); ) {
            try {
                tasks.get(i).get();
                i++;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new AssertionError("attempt() lets nothing through", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
    }
}
