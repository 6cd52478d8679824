package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedEncoderTest {

    private static final EmbeddingSpace NUMBERS = EmbeddingSpace.of("numbers", 1);
    private static final EmbeddingSpace PAIRS = EmbeddingSpace.of("pairs", 2);
    private static final Alignment TO_PAIRS = LinearAlignment.of(NUMBERS, PAIRS, new float[] {1, 10});

    private static final class Numbers implements Encoder<Integer> {

        private int closed;

        @Override
        public EmbeddingSpace space() {
            return NUMBERS;
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends Integer> items) {
            float[] values = new float[items.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = items.get(i);
            }
            return EmbeddingMatrix.wrap(NUMBERS, values);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void encodesIntoTheTargetSpace() {
        Encoder<Integer> encoder = new AlignedEncoder<>(new Numbers(), TO_PAIRS);
        assertThat(encoder.space()).isEqualTo(PAIRS);
        assertThat(encoder.encodeAll(List.of(3, 4))).isEqualTo(EmbeddingMatrix.of(PAIRS, new float[] {3, 30, 4, 40}));
        assertThat(encoder.encode(5).toArray()).containsExactly(5, 50);
    }

    @Test
    void closesTheEncoderWithin() {
        Numbers numbers = new Numbers();
        new AlignedEncoder<>(numbers, TO_PAIRS).close();
        assertThat(numbers.closed).isEqualTo(1);
    }

    @Test
    void refusesAnAlignmentOfAnotherSpace() {
        Alignment other =
                LinearAlignment.of(new EmbeddingSpace("numbers", 1, "other weights"), PAIRS, new float[] {1, 10});
        Numbers numbers = new Numbers();
        assertThatThrownBy(() -> new AlignedEncoder<>(numbers, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maps from numbers [1] #other weights")
                .hasMessageContaining("are of numbers [1]");
        assertThatThrownBy(() -> new AlignedEncoder<>(null, other)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new AlignedEncoder<>(numbers, null)).isInstanceOf(NullPointerException.class);
    }
}
