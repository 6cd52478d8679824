package io.github.zsl4j.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that gives up when nothing arrives for a while, which the JDK's own waits for without
 * end. It asks for more only when what has come is read.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    private final Duration timeout;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private List<ByteBuffer> unread = List.of();
    private boolean ended;

    /** Buffers, or the end, which may be a failure. */
    private record Signal(List<ByteBuffer> buffers, boolean end, Throwable failure) {}

    TimedBody(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        if (subscription.complete(s)) {
            s.request(1);
        } else {
            s.cancel(); // closed before anything came
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal(buffers, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = nextBuffer();
        if (buffer == null) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    /** A buffer with bytes in it, or null at the end. */
    private ByteBuffer nextBuffer() throws IOException {
        while (!ended) {
            for (ByteBuffer buffer : unread) {
                if (buffer.hasRemaining()) {
                    return buffer;
                }
            }
            receive();
        }
        return null;
    }

    private void receive() throws IOException {
        Signal signal = await();
        ended = signal.end;
        unread = signal.buffers;
        if (signal.failure != null) {
            throw new IOException(signal.failure.getMessage(), signal.failure);
        }
        if (!ended) {
            subscription.thenAccept(s -> s.request(1));
        }
    }

    private Signal await() throws IOException {
        try {
            Signal signal = signals.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (signal == null) {
                throw new HttpTimeoutException("nothing arrived for " + timeout.toMillis() / 1000.0 + " s");
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Lets go of the connection. */
    @Override
    public void close() {
        ended = true;
        if (!subscription.complete(null)) {
            subscription.thenAccept(Flow.Subscription::cancel);
        }
    }
}
