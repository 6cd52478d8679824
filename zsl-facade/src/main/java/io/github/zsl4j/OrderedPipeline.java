package io.github.zsl4j;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Maps a stream on several threads and keeps its order. Each worker takes an item through all its steps, so one decodes
 * while another encodes. No more than a few items per worker are under way, however slowly results are read.
 */
final class OrderedPipeline<A, B> implements Iterator<B> {

    /** Items waiting per worker: enough that none idles when one item takes long. */
    private static final int AHEAD = 4;

    private final Iterator<A> items;
    private final Function<A, B> step;
    private final int window;
    private final ThreadPoolExecutor workers;
    private final Queue<Future<B>> underWay = new ArrayDeque<>();

    private OrderedPipeline(Iterator<A> items, Function<A, B> step, int workers) {
        this.items = items;
        this.step = step;
        this.window = workers * AHEAD;
        this.workers = new ThreadPoolExecutor(
                workers, workers, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), OrderedPipeline::daemon);
        // A stream that is dropped without being closed leaves no thread behind.
        this.workers.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "zsl4j-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** The mapped stream: sequential, lazy, in the order of {@code items}; closing it stops the work. */
    static <A, B> Stream<B> map(Stream<A> items, Function<A, B> step, int workers) {
        OrderedPipeline<A, B> pipeline = new OrderedPipeline<>(items.iterator(), step, workers);
        var results = Spliterators.spliteratorUnknownSize(pipeline, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(results, false).onClose(() -> {
            pipeline.stop();
            items.close();
        });
    }

    @Override
    public boolean hasNext() {
        while (underWay.size() < window && items.hasNext()) {
            A item = items.next();
            underWay.add(workers.submit(() -> step.apply(item)));
        }
        if (underWay.isEmpty()) {
            workers.shutdown();
            return false;
        }
        return true;
    }

    @Override
    public B next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return underWay.remove().get();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for a result");
        } catch (ExecutionException e) {
            stop();
            throw rethrow(e.getCause());
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    private void stop() {
        workers.shutdownNow();
        underWay.clear();
    }
}
