package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class TimedBodyTest {

    private final TimedBody body = new TimedBody(Duration.ofMillis(50));
    private final Requests requests = new Requests();

    /** What the reader asked of the sender. */
    private static final class Requests implements Flow.Subscription {
        private long asked;
        private boolean cancelled;

        @Override
        public void request(long n) {
            asked += n;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private static List<ByteBuffer> buffers(String... texts) {
        return List.of(texts).stream()
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    @Test
    void readsWhatCameInAnyPieces() throws IOException {
        body.onSubscribe(requests);
        body.onNext(buffers("ab", "", "c"));
        body.onNext(buffers());
        body.onNext(buffers("\u007fdef"));
        body.onComplete();
        assertThat(body.read()).isEqualTo('a');
        assertThat(body.read(new byte[0])).isZero();
        assertThat(body.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("bc\u007fdef");
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void bytesAreNotTakenForTheEnd() throws IOException {
        body.onSubscribe(requests);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {-1, 0})));
        body.onComplete();
        assertThat(body.read()).isEqualTo(255);
        assertThat(body.read()).isZero();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void asksForMoreOnlyWhenItNeedsMore() throws IOException {
        body.onSubscribe(requests);
        assertThat(requests.asked).isEqualTo(1);
        body.onNext(buffers("abcd"));
        assertThat(requests.asked).isEqualTo(1);
        body.read();
        body.read();
        assertThat(requests.asked).isEqualTo(2);
    }

    @Test
    void givesUpWhenNothingComes() throws IOException {
        body.onSubscribe(requests);
        body.onNext(buffers("a"));
        body.read();
        assertThatThrownBy(body::read).isInstanceOf(HttpTimeoutException.class).hasMessageContaining("0.05 s");
    }

    @Test
    void handsAFailureOnAfterWhatCame() throws IOException {
        body.onSubscribe(requests);
        body.onNext(buffers("a"));
        body.onError(new IllegalStateException("reset"));
        assertThat(body.read()).isEqualTo('a');
        assertThatIOException().isThrownBy(body::read).withMessage("reset");
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void letsTheConnectionGo() throws IOException {
        body.onSubscribe(requests);
        body.onNext(buffers("a"));
        body.close();
        assertThat(requests.cancelled).isTrue();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void letsTheConnectionGoThatComesTooLate() {
        body.close();
        body.onSubscribe(requests);
        assertThat(requests.cancelled).isTrue();
        assertThat(requests.asked).isZero();
    }

    @Test
    void keepsTheInterruption() {
        body.onSubscribe(requests);
        Thread.currentThread().interrupt();
        assertThatThrownBy(body::read).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
