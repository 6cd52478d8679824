package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Encoder} must do. Extend it, and give an encoder and some items.
 *
 * @param <T> what is encoded
 */
public abstract class EncoderContract<T> {

    private Encoder<T> encoder;

    /** A new open encoder; the suite closes it. */
    protected abstract Encoder<T> open();

    /** At least three different items of unlike size. */
    protected abstract List<T> items();

    /** The smallest cosine of one item's vectors alone and in a batch; batches may round differently. */
    protected double batchCosine() {
        return 0.99999;
    }

    @BeforeEach
    void openEncoder() {
        encoder = open();
    }

    @AfterEach
    void closeEncoder() {
        encoder.close();
    }

    @Test
    void givesOneRowPerItemInTheDeclaredSpace() {
        EmbeddingMatrix all = encoder.encodeAll(items());
        assertThat(all.rows()).isEqualTo(items().size());
        assertThat(all.space()).isEqualTo(encoder.space());
        assertThat(all.dimension()).isEqualTo(encoder.space().dimension());
    }

    @Test
    void givesNothingForNothing() {
        assertThat(encoder.encodeAll(List.of()).rows()).isZero();
    }

    @Test
    void tellsDifferentItemsApart() {
        EmbeddingMatrix all = encoder.encodeAll(items());
        assertThat(all.row(0)).isNotEqualTo(all.row(1));
    }

    @Test
    void isDeterministic() {
        assertThat(encoder.encodeAll(items())).isEqualTo(encoder.encodeAll(items()));
    }

    @Test
    void doesNotLetTheBatchChangeAnItem() {
        EmbeddingMatrix all = encoder.encodeAll(items());
        for (int i = 0; i < items().size(); i++) {
            float[] alone = encoder.encode(items().get(i)).toArray();
            assertThat(Golden.cosine(alone, all.row(i).toArray())).isGreaterThanOrEqualTo(batchCosine());
        }
    }

    @Test
    void keepsTheOrderOfTheItems() {
        List<T> reversed = new ArrayList<>(items());
        Collections.reverse(reversed);
        EmbeddingMatrix forward = encoder.encodeAll(items());
        EmbeddingMatrix backward = encoder.encodeAll(reversed);
        for (int i = 0; i < reversed.size(); i++) {
            float[] expected = forward.row(reversed.size() - 1 - i).toArray();
            assertThat(Golden.cosine(backward.row(i).toArray(), expected)).isGreaterThanOrEqualTo(batchCosine());
        }
    }

    @Test
    void isThreadSafe() throws Exception {
        EmbeddingMatrix expected = encoder.encodeAll(items());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<EmbeddingMatrix>> results = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                results.add(pool.submit(() -> encoder.encodeAll(items())));
            }
            for (Future<EmbeddingMatrix> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesNullItems() {
        assertThatThrownBy(() -> encoder.encodeAll(Collections.singletonList(null)))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void refusesWorkOnceClosed() {
        encoder.close();
        assertThatThrownBy(() -> encoder.encodeAll(items())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mayBeClosedTwice() {
        encoder.close();
        encoder.close();
        assertThat(encoder.space()).isNotNull();
    }
}
