package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void giveTheDeepestCause() {
        Exception e = new IllegalStateException("outer", new RuntimeException(new IOException("inner")));
        assertThat(Failures.words(e)).isEqualTo("inner");
    }

    @Test
    void giveTheExceptionWhereItSaysNothing() {
        assertThat(Failures.words(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void joinLines() {
        assertThat(Failures.words(new IOException("Got invalid dimensions\n index: 1 Got: 16\n\n")))
                .isEqualTo("Got invalid dimensions index: 1 Got: 16 ");
    }

    @Test
    void skipPyTorchsCallStacks() {
        String message = "Traceback:\n  x = 1\nRuntimeError: early\nTraceback:\nRuntimeError: the reason\n";
        assertThat(Failures.words(new IOException(message))).isEqualTo("RuntimeError: the reason");
    }

    @Test
    void areNotEndless() {
        assertThat(Failures.words(new IOException("x".repeat(100_000)))).hasSize(501);
    }

    @Test
    void haveARemedyWhereOneIsKnown() {
        String words = "Could not find an implementation for Cosh(9)";
        assertThat(Failures.ofLoading(new IOException(words)))
                .isEqualTo("the engine lacks one of its operators on this device; choose another variant, such as full"
                        + " precision (" + words + ")");
        assertThat(Failures.ofLoading(new IOException("what?")))
                .isEqualTo("the file is damaged or of another kind (what?)");
    }
}
