package io.github.zsl4j.model;

import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Loads parts of a model side by side, and closes what was loaded if one of them fails. For one thread, in a
 * try-with-resources that ends with {@link #succeeded}.
 */
public final class Loading implements AutoCloseable {

    private final List<CompletableFuture<?>> parts = new ArrayList<>();
    private boolean succeeded;

    /** Starts to load a part; {@link Supplier#get} of the result waits for it and throws what went wrong. */
    public <T> Supplier<T> start(Supplier<T> part) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(part, Loading::run);
        parts.add(future);
        return () -> join(future);
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "zsl4j-load");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new ModelException("The model cannot be loaded: " + e.getCause(), e.getCause());
        }
    }

    /** All parts are there and have an owner: closing this closes none of them. */
    public void succeeded() {
        succeeded = true;
    }

    @Override
    public void close() {
        if (!succeeded) {
            parts.forEach(part -> part.whenComplete((loaded, failure) -> closeQuietly(loaded)));
        }
    }

    private static void closeQuietly(Object loaded) {
        if (loaded instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                // The failure that led here is the one to report.
            }
        }
    }
}
