package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.NetworkOptions;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Very long texts need no deep stack of the caller: native code that overflows one ends the JVM. */
class MiniLmSmallStackTest {

    private static TextEncoder encoder;

    @BeforeAll
    static void load() {
        encoder = MiniLm.load(NetworkOptions.defaults(), 1);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"a", "猫", "🐱", "\" \"", "!", "e\u0301", "\"a \""})
    void readsLongTextsOnASmallStack(String unit) throws Exception {
        for (int length : new int[] {5_000, 100_000}) {
            FutureTask<Void> task = new FutureTask<>(() -> read(unit.repeat(length / unit.length())), null);
            new Thread(null, task, "small-stack", 256 << 10).start();
            task.get(60, TimeUnit.SECONDS);
        }
    }

    private static void read(String text) {
        assertThat(encoder.encode(text).norm()).isBetween(0.9999, 1.0001);
        assertThat(encoder.tokenIds(text).length).isBetween(2, 128);
    }
}
