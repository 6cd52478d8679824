package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {

    private static final class Lengths implements Encoder<String> {

        private final List<List<String>> batches = new ArrayList<>();

        @Override
        public EmbeddingSpace space() {
            return EmbeddingSpace.of("length", 1);
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends String> items) {
            batches.add(List.copyOf(items));
            float[] lengths = new float[items.size()];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = items.get(i).length();
            }
            return EmbeddingMatrix.wrap(space(), lengths);
        }

        @Override
        public void close() {
            batches.clear();
        }
    }

    @Test
    void encodesOneItemAsABatchOfOne() {
        try (Lengths encoder = new Lengths()) {
            assertThat(encoder.encode("four")).isEqualTo(Embedding.of(encoder.space(), 4));
            assertThat(encoder.batches).containsExactly(List.of("four"));
        }
    }

    @Test
    void refusesNoItem() {
        try (Lengths encoder = new Lengths()) {
            assertThatThrownBy(() -> encoder.encode(null)).isInstanceOf(NullPointerException.class);
        }
    }
}
