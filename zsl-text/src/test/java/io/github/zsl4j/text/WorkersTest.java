package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void runsEveryJobOnce(int count) {
        int[] runs = new int[100];
        try (Workers workers = new Workers(count)) {
            List<Runnable> jobs = new ArrayList<>();
            for (int i = 0; i < runs.length; i++) {
                int job = i;
                jobs.add(() -> runs[job]++);
            }
            workers.run(jobs);
        }
        assertThat(runs).containsOnly(1);
    }

    @Test
    void runsJobsSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        Runnable job = () -> {
            try {
                both.await(5, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("the other job does not run", e);
            }
        };
        try (Workers workers = new Workers(2)) {
            workers.run(List.of(job, job));
        }
    }

    @Test
    void stopsAfterAFailureAndReportsIt() {
        AtomicInteger runs = new AtomicInteger();
        Runnable fails = () -> {
            throw new IllegalStateException("broken");
        };
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> workers.run(List.of(runs::incrementAndGet, fails, runs::incrementAndGet)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
        }
        assertThat(runs).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void passesErrorsOn(int count) {
        Runnable fails = () -> {
            throw new OutOfMemoryError("pretended");
        };
        try (Workers workers = new Workers(count)) {
            assertThatThrownBy(() -> workers.run(Collections.nCopies(4, fails))).isInstanceOf(OutOfMemoryError.class);
            workers.run(List.of());
        }
    }

    @Test
    void keepsAnInterruptForLater() {
        try (Workers workers = new Workers(2)) {
            Thread.currentThread().interrupt();
            workers.run(List.of(() -> {}, () -> {}));
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void needsNoHelperForASingleJob() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = new Workers(4)) {
            workers.run(List.of(() -> threads.add(Thread.currentThread())));
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }
}
