package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class OrderedPipelineTest {

    private static Stream<Integer> numbers(int n) {
        return IntStream.range(0, n).boxed();
    }

    @Test
    void keepsTheOrderWhateverTakesLonger() {
        List<Integer> result = OrderedPipeline.map(numbers(200), OrderedPipelineTest::slowly, 4)
                .toList();
        assertThat(result).isEqualTo(numbers(200).toList());
    }

    private static int slowly(int i) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return i;
    }

    @Test
    void readsOnlyAFewItemsAheadOfItsReader() {
        AtomicInteger read = new AtomicInteger();
        try (Stream<Integer> mapped =
                OrderedPipeline.map(Stream.iterate(0, i -> i + 1).peek(i -> read.incrementAndGet()), i -> i, 2)) {
            assertThat(mapped.iterator().next()).isZero();
        }
        assertThat(read.get()).isLessThanOrEqualTo(10);
    }

    @Test
    void worksOnSeveralItemsAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> OrderedPipeline.map(
                                numbers(2),
                                i -> {
                                    both.countDown();
                                    try {
                                        both.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return i;
                                },
                                2)
                        .toList());
    }

    @Test
    void passesOnWhatAStepThrows() {
        assertThatThrownBy(() -> OrderedPipeline.map(
                                numbers(10),
                                i -> {
                                    throw new IllegalStateException("item " + i);
                                },
                                2)
                        .toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("item 0");
    }

    @Test
    void givesNothingForNothing() {
        assertThat(OrderedPipeline.map(Stream.empty(), i -> i, 3)).isEmpty();
    }

    @Test
    void closesItsSource() {
        AtomicBoolean closed = new AtomicBoolean();
        OrderedPipeline.map(numbers(3).onClose(() -> closed.set(true)), i -> i, 1)
                .close();
        assertThat(closed).isTrue();
    }
}
