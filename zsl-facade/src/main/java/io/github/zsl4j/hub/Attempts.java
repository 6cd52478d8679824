package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats what fails by chance, with pauses that double, or are as long as the server asks for. Not thread-safe. */
final class Attempts {

    /** Failures in a row after which it is no chance any more. */
    static final int MOST = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Machine machine;
    private final int most;
    private int failures;

    Attempts(Machine machine) {
        this(machine, MOST);
    }

    private Attempts(Machine machine, int most) {
        this.machine = machine;
        this.most = most;
    }

    /**
     * A request.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    interface Request<T> {
        T send() throws TransientFailure;
    }

    /** @throws UnavailableException if it fails too often */
    static <T> T repeat(Machine machine, Request<T> request) {
        return repeat(machine, MOST, request);
    }

    /**
     * As above, but gives up earlier.
     *
     * @param most failures after which it is given up
     */
    static <T> T repeat(Machine machine, int most, Request<T> request) {
        Attempts attempts = new Attempts(machine, most);
        while (true) {
            try {
                return request.send();
            } catch (TransientFailure e) {
                attempts.pauseAfter(e);
            }
        }
    }

    /** Something arrived, so the next failure is the first again. */
    void progressed() {
        failures = 0;
    }

    /** @throws UnavailableException if it has failed too often, or the server asks for too long a pause */
    void pauseAfter(TransientFailure failure) {
        failures++;
        Duration pause = failure.retryAfter().orElse(FIRST_PAUSE.multipliedBy(1L << (failures - 1)));
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new UnavailableException(
                    failure.getMessage() + "; the server asks to wait " + pause.toSeconds() + " s, try again then",
                    failure);
        }
        if (failures == most) {
            String times = most == 1 ? "" : ", " + most + " times in a row";
            throw new UnavailableException(failure.getMessage() + times + "; try again later", failure);
        }
        LOG.info("{}; trying again in {} ms", failure.getMessage(), pause.toMillis());
        try {
            machine.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("The download was interrupted", e);
        }
    }
}
