package io.github.zsl4j.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
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
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        return buffer.clear().limit(bytes).order(ByteOrder.nativeOrder());
    }

    /** The buffers of one call; they go back when it is closed. */
    final class Loan implements AutoCloseable {

        private final List<ByteBuffer> taken = new ArrayList<>();

        FloatBuffer floats(float[] values) {
            FloatBuffer buffer =
                    keep(take(Math.multiplyExact(values.length, Float.BYTES))).asFloatBuffer();
            return buffer.put(values).flip();
        }

        LongBuffer longs(long[] values) {
            LongBuffer buffer =
                    keep(take(Math.multiplyExact(values.length, Long.BYTES))).asLongBuffer();
            return buffer.put(values).flip();
        }

        private ByteBuffer keep(ByteBuffer buffer) {
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
