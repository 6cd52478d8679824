package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkThreadsTest {

    private static final int THREADS = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Runs on values and a size of the call's own, so that a mix-up of two calls shows. */
    private static void assertRuns(Network network, int call) {
        int rows = 1 + call % 50;
        Map<String, Tensor> outputs =
                network.run(Map.of("a", Networks.filled(call, rows), "b", Networks.filled(1, rows)));
        assertThat(outputs.get("sum").floats())
                .isEqualTo(Networks.filled(call + 1, rows).floats());
        assertThat(outputs.get("diff").floats())
                .isEqualTo(Networks.filled(call - 1, rows).floats());
    }

    private void onAllThreads(int calls, Callable<Void> more, CallOfThread action) throws Exception {
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            int call = i;
            results.add(pool.submit(() -> action.run(call)));
        }
        more.call();
        for (Future<?> result : results) {
            result.get(60, TimeUnit.SECONDS);
        }
    }

    private interface CallOfThread {
        void run(int call);
    }

    @Test
    void giveEachCallItsOwnResult() throws Exception {
        try (Network network = Networks.load("sum_diff.onnx")) {
            onAllThreads(2000, () -> null, call -> assertRuns(network, call));
        }
    }

    /** Freeing a network that runs would crash the JVM; every call must end in its result or say that it is closed. */
    @Test
    void mayBeClosedWhileOthersRun() throws Exception {
        for (int round = 0; round < 20; round++) {
            Network network = Networks.load("sum_diff.onnx");
            CountDownLatch running = new CountDownLatch(THREADS);
            onAllThreads(
                    THREADS,
                    () -> {
                        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
                        network.close();
                        return null;
                    },
                    call -> runUntilClosed(network, running));
        }
    }

    /** Ends because the network is closed; anything else but a right result fails. */
    private static void runUntilClosed(Network network, CountDownLatch running) {
        for (int call = 0; ; call++) {
            try {
                assertRuns(network, call % 1000);
                running.countDown();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("The model sum_diff.onnx is closed");
                return;
            }
        }
    }

    @Test
    void mayBeClosedByManyAtOnce() throws Exception {
        Network network = Networks.load("sum_diff.onnx");
        onAllThreads(50, () -> null, call -> network.close());
    }

    @Test
    void mayLoadAndRunSeveralNetworksAtOnce() throws Exception {
        onAllThreads(40, () -> null, call -> {
            try (Network network = Networks.load("sum_diff.onnx")) {
                assertRuns(network, call);
            }
        });
    }
}
