package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final TestMachine machine = new TestMachine(Path.of("own"));
    private final AtomicInteger sent = new AtomicInteger();

    private static TransientFailure failure() {
        return new TransientFailure("host: the server failed", Optional.empty());
    }

    @Test
    void whatSucceedsIsSentOnce() {
        assertThat(Attempts.repeat(machine, sent::incrementAndGet)).isEqualTo(1);
        assertThat(machine.pauses).isEmpty();
    }

    @Test
    void fourFailuresAreForgiven() {
        int answer = Attempts.repeat(machine, () -> {
            if (sent.incrementAndGet() < 5) {
                throw failure();
            }
            return 42;
        });
        assertThat(answer).isEqualTo(42);
        assertThat(machine.pauses)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void theFifthIsNot() {
        assertThatThrownBy(() -> Attempts.repeat(machine, () -> {
                    sent.incrementAndGet();
                    throw failure();
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContainingAll("host: the server failed", "5 times");
        assertThat(sent).hasValue(5);
        assertThat(machine.pauses).hasSize(4);
    }

    @Test
    void whatArrivesInBetweenStartsTheCountAgain() {
        Attempts attempts = new Attempts(machine);
        for (int i = 0; i < 20; i++) {
            attempts.progressed();
            attempts.pauseAfter(failure());
        }
        assertThat(machine.pauses).hasSize(20).containsOnly(Duration.ofMillis(500));
    }

    @Test
    void theServersPauseIsTaken() {
        Attempts attempts = new Attempts(machine);
        attempts.pauseAfter(new TransientFailure("busy", Optional.of(Duration.ofSeconds(120))));
        assertThat(machine.pauses).containsExactly(Duration.ofSeconds(120));
        assertThatThrownBy(
                        () -> attempts.pauseAfter(new TransientFailure("busy", Optional.of(Duration.ofSeconds(121)))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("121 s");
    }
}
