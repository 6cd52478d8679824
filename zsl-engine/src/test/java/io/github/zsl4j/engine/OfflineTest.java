package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineTest {

    private static final String PROPERTY = "ai.djl.offline";

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(PROPERTY);
        System.clearProperty(PROPERTY);
    }

    @AfterEach
    void restore() {
        set(before);
    }

    private static void set(String value) {
        if (value == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, value);
        }
    }

    private static String property() {
        return System.getProperty(PROPERTY);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"false", "true", ""})
    void setsThePropertyAndPutsBackWhatWasThere(String value) {
        set(value);
        assertThat(Offline.call(OfflineTest::property)).isEqualTo("true");
        assertThat(property()).isEqualTo(value);
    }

    @Test
    void mayNest() {
        String seen = Offline.call(() -> {
            String inner = Offline.call(() -> Offline.call(OfflineTest::property));
            return inner + " " + property();
        });
        assertThat(seen).isEqualTo("true true");
        assertThat(property()).isNull();
    }

    @Test
    void putsThePropertyBackAfterAFailure() {
        IOException failure = new IOException("no");
        assertThatThrownBy(() -> Offline.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(property()).isNull();
    }

    /** The first call ends while the second runs: the second must stay offline. */
    @Test
    void mayOverlapWithoutGoingOnlineBetween() throws Exception {
        set("false");
        CountDownLatch bothIn = new CountDownLatch(2);
        CountDownLatch firstOut = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = pool.submit(() -> Offline.call(() -> {
                bothIn.countDown();
                return await(bothIn);
            }));
            Future<String> second = pool.submit(() -> Offline.call(() -> {
                bothIn.countDown();
                await(firstOut);
                return property();
            }));
            first.get();
            firstOut.countDown();
            assertThat(second.get()).isEqualTo("true");
            assertThat(property()).isEqualTo("false");
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(30, TimeUnit.SECONDS);
    }
}
