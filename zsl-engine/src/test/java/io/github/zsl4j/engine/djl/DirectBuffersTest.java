package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private static ByteBuffer filled(DirectBuffers.Loan loan, float... values) {
        ByteBuffer bytes = loan.bytes(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static float[] values(ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Test
    void areOffHeapAndInTheOrderOfTheProcessor() {
        try (DirectBuffers.Loan loan = buffers.open()) {
            ByteBuffer bytes = loan.bytes(12);
            assertThat(bytes.isDirect()).isTrue();
            assertThat(bytes.order()).isEqualTo(ByteOrder.nativeOrder());
            assertThat(bytes.position()).isZero();
            assertThat(bytes.remaining()).isEqualTo(12);
        }
    }

    /** What a larger call left behind must not show as length, nor a reading order or position of its user's. */
    @Test
    void areAsNewWhenLentAgain() {
        try (DirectBuffers.Loan loan = buffers.open()) {
            loan.bytes(800).order(ByteOrder.BIG_ENDIAN).putLong(1);
        }
        try (DirectBuffers.Loan loan = buffers.open()) {
            assertThat(values(filled(loan, 7))).containsExactly(7);
        }
        try (DirectBuffers.Loan loan = buffers.open()) {
            ByteBuffer empty = loan.bytes(0);
            assertThat(empty.remaining()).isZero();
            assertThat(empty.order()).isEqualTo(ByteOrder.nativeOrder());
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
                loan.bytes(40);
            }
            kept.add(each);
        }
        // The garbage collector may meanwhile free buffers that other tests left behind.
        assertThat(allocated() - before).isGreaterThan(4000);
        assertThat(kept).hasSize(5000);
    }

    private void callWithTwoSizes(int i) {
        try (DirectBuffers.Loan loan = buffers.open()) {
            loan.bytes(i % 2 == 0 ? 40 : 4000);
            loan.bytes(i % 3 == 0 ? 5600 : 160);
        }
    }

    @Test
    void ofOneLoanAreDifferent() {
        try (DirectBuffers.Loan first = buffers.open()) {
            first.bytes(16);
        }
        try (DirectBuffers.Loan loan = buffers.open()) {
            ByteBuffer a = filled(loan, 1, 1);
            ByteBuffer b = filled(loan, 2, 2);
            assertThat(values(a)).containsExactly(1, 1);
            assertThat(values(b)).containsExactly(2, 2);
        }
    }

    @Test
    void ofALoanClosedTwiceAreLentOnce() {
        DirectBuffers.Loan closed = buffers.open();
        closed.bytes(8);
        closed.close();
        closed.close();
        try (DirectBuffers.Loan one = buffers.open();
                DirectBuffers.Loan two = buffers.open()) {
            ByteBuffer a = filled(one, 1, 1);
            filled(two, 2, 2);
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
                        ByteBuffer buffer = filled(loan, mine, mine);
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
