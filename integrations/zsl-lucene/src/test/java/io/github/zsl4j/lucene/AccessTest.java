package io.github.zsl4j.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ZslException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessTest {

    private final Access access = new Access(Path.of("photos.index"));

    private void assertFails(Access.Work<String> work, String message) {
        assertThatThrownBy(() -> access.run(work))
                .isInstanceOf(ZslException.class)
                .hasMessageContainingAll("photos.index", message);
    }

    @Test
    void givesWhatTheWorkGives() {
        assertThat(access.run(() -> "done")).isEqualTo("done");
    }

    /** Keys are read where only unchecked exceptions may be thrown. */
    @Test
    void tellsTheSameOfWrappedFailures() {
        EOFException end = new EOFException("too early");
        assertFails(
                () -> {
                    throw end;
                },
                "damaged");
        assertFails(
                () -> {
                    throw new UncheckedIOException(end);
                },
                "damaged");
        assertFails(
                () -> {
                    throw new UncheckedIOException(new IOException("no disk"));
                },
                "no disk");
    }
}
