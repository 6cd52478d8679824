package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DirectBuffersTest {

    private final DirectBuffers buffers = new DirectBuffers();

    /** The direct buffers of this JVM that were allocated and not yet freed. */
    private static long allocated() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getCount)
                .sum();
    }

    private static float[] values(FloatBuffer buffer) {
        float[] values = new float[buffer.remaining()];
        buffer.duplicate().get(values);
        return values;
    }

    @Test
    void holdTheValuesOffHeap() {
        try (DirectBuffers.Loan loan = buffers.open()) {
            FloatBuffer floats = loan.floats(new float[] {1, 2, 3});
            LongBuffer longs = loan.longs(new long[] {Long.MIN_VALUE, 5});
            assertThat(floats.isDirect()).isTrue();
            assertThat(values(floats)).containsExactly(1, 2, 3);
            assertThat(longs.isDirect()).isTrue();
            assertThat(longs.remaining()).isEqualTo(2);
            assertThat(longs.get(0)).isEqualTo(Long.MIN_VALUE);
            assertThat(longs.get(1)).isEqualTo(5);
        }
    }

    /** What a larger call left behind must not show, neither as values nor as length. */
    @Test
    void ofASmallerCallEndWhereItsValuesEnd() {
        try (DirectBuffers.Loan loan = buffers.open()) {
            loan.longs(new long[100]);
        }
        try (DirectBuffers.Loan loan = buffers.open()) {
            assertThat(values(loan.floats(new float[] {7}))).containsExactly(7);
        }
        try (DirectBuffers.Loan loan = buffers.open()) {
            assertThat(values(loan.floats(new float[0]))).isEmpty();
        }
    }

    @Test
    void areUsedAgain() {
        callWithTwoSizes(0);
        long before = allocated();
        for (int i = 1; i < 1000; i++) {
            callWithTwoSizes(i);
        }
        // Small buffers give way to large ones once; other code in this JVM may allocate one or two.
        assertThat(allocated() - before).isLessThan(10);
    }

    /** Negative control: buffers that nobody keeps for another call are allocated every time. */
    @Test
    void theCheckOfReuseSeesNewBuffers() {
        long before = allocated();
        List<DirectBuffers> kept = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            DirectBuffers each = new DirectBuffers();
            try (DirectBuffers.Loan loan = each.open()) {
                loan.floats(new float[10]);
            }
            kept.add(each);
        }
        // The garbage collector may meanwhile free buffers that other tests left behind.
        assertThat(allocated() - before).isGreaterThan(4000);
        assertThat(kept).hasSize(5000);
    }

    private void callWithTwoSizes(int i) {
        try (DirectBuffers.Loan loan = buffers.open()) {
            loan.floats(new float[i % 2 == 0 ? 10 : 1000]);
            loan.longs(new long[i % 3 == 0 ? 700 : 20]);
        }
    }

    @Test
    void ofOneLoanAreDifferent() {
        try (DirectBuffers.Loan first = buffers.open()) {
            first.floats(new float[4]);
        }
        try (DirectBuffers.Loan loan = buffers.open()) {
            FloatBuffer a = loan.floats(new float[] {1, 1});
            FloatBuffer b = loan.floats(new float[] {2, 2});
            assertThat(values(a)).containsExactly(1, 1);
            assertThat(values(b)).containsExactly(2, 2);
        }
    }

    @Test
    void ofALoanClosedTwiceAreLentOnce() {
        DirectBuffers.Loan closed = buffers.open();
        closed.floats(new float[2]);
        closed.close();
        closed.close();
        try (DirectBuffers.Loan one = buffers.open();
                DirectBuffers.Loan two = buffers.open()) {
            FloatBuffer a = one.floats(new float[] {1, 1});
            two.floats(new float[] {2, 2});
            assertThat(values(a)).containsExactly(1, 1);
        }
    }

    @Test
    void areNeverSharedByThreads() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                float mine = i;
                calls.add(pool.submit(() -> {
                    try (DirectBuffers.Loan loan = buffers.open()) {
                        FloatBuffer buffer = loan.floats(new float[] {mine, mine});
                        Thread.yield();
                        assertThat(values(buffer)).containsExactly(mine, mine);
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
