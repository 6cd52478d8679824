package io.github.zsl4j.engine.djl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Off-heap buffers that are used again. A buffer left to the garbage collector is freed late, so that native memory would
 * grow with the number of calls. Thread-safe; a loan belongs to one thread.
 */
final class DirectBuffers {

    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    Loan open() {
        return new Loan();
    }

    private ByteBuffer take(int bytes) {
        ByteBuffer buffer = free.poll();
        if (buffer == null || buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
        }
        return buffer.clear().limit(bytes).order(ByteOrder.nativeOrder());
    }

    /** The buffers of one call; they go back when it is closed. */
    final class Loan implements AutoCloseable {

        private final List<ByteBuffer> taken = new ArrayList<>();

        /** A buffer from 0 to that many bytes in native order; what it holds is left over from another call. */
        ByteBuffer bytes(int count) {
            ByteBuffer buffer = take(count);
            taken.add(buffer);
            return buffer;
        }

        @Override
        public void close() {
            free.addAll(taken);
            taken.clear(); // closed again, it must not lend a buffer to two calls
        }
    }
}
