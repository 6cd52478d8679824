package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.NetworkOptions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that a string can hold brings the native tokenizer or network down. */
class MiniLmHostileTextTest {

    private static TextEncoder encoder;

    @BeforeAll
    @BeforeContainer
    static void load() {
        encoder = MiniLm.load(NetworkOptions.defaults(), 1);
    }

    @AfterAll
    @AfterContainer
    static void close() {
        encoder.close();
    }

    @Test
    void encodesStrangeTexts() {
        List<String> texts = List.of(
                "\u0000",
                "a\u0000b",
                "\ud83d",
                "\udc31\ud83d",
                "\uffff",
                "\ufdd0",
                "\ufeff",
                "\u202e abc",
                "🐱".repeat(5000),
                "猫".repeat(5000),
                "x".repeat(5000),
                "x ".repeat(2500),
                " ".repeat(5000),
                "\ud83d".repeat(5000),
                "e" + "\u0301".repeat(5000),
                "[CLS][SEP][PAD][MASK]");
        EmbeddingMatrix all = encoder.encodeAll(texts);
        assertThat(all.rows()).isEqualTo(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(all.row(i).norm()).as(texts.get(i)).isBetween(0.9999, 1.0001);
            assertThat(encoder.tokenIds(texts.get(i)).length).isBetween(2, 128);
        }
    }

    @Test
    void encodesBlankTextsAlike() {
        EmbeddingMatrix blank = encoder.encodeAll(List.of("", " ", "\t\n", "\u0000"));
        for (int i = 1; i < blank.rows(); i++) {
            assertThat(blank.row(i)).isEqualTo(blank.row(0));
        }
        assertThat(encoder.tokenIds("")).containsExactly(101, 102);
    }

    @Property(tries = 300)
    void tokenisesAnyString(@ForAll @StringLength(max = 200) String text) {
        long[] ids = encoder.tokenIds(text);
        assertThat(ids.length).isBetween(2, 128);
        assertThat(ids[0]).isEqualTo(101);
        assertThat(ids[ids.length - 1]).isEqualTo(102);
    }

    @Test
    void survivesBeingClosedWhileInUse() throws Exception {
        for (int round = 0; round < 3; round++) {
            TextEncoder shortLived = MiniLm.load(NetworkOptions.defaults(), 2);
            ExecutorService pool = Executors.newFixedThreadPool(3);
            try {
                List<String> texts = List.of("a cat", "a dog", "word ".repeat(100));
                List<Future<Integer>> calls = List.of(
                        pool.submit(() -> useUntilClosed(shortLived, texts)),
                        pool.submit(() -> useUntilClosed(shortLived, texts)),
                        pool.submit(() -> useUntilClosed(shortLived, texts)));
                TimeUnit.MILLISECONDS.sleep(100);
                shortLived.close();
                for (Future<Integer> call : calls) {
                    assertThat(call.get(20, TimeUnit.SECONDS)).isNotNegative();
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static int useUntilClosed(TextEncoder encoder, List<String> texts) {
        for (int calls = 0; ; calls++) {
            try {
                assertThat(encoder.encodeAll(texts).rows()).isEqualTo(texts.size());
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("closed");
                return calls;
            }
        }
    }
}
