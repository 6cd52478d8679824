package io.github.zsl4j.testkit;

import io.github.zsl4j.align.AlignedEncoder;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.util.List;

class AlignedEncoderContractTest extends EncoderContract<String> {

    private static final EmbeddingSpace LETTERS = EmbeddingSpace.of("letters", 2);

    /** Length and first letter of a word. */
    private static final class Words implements Encoder<String> {

        private volatile boolean closed;

        @Override
        public EmbeddingSpace space() {
            return LETTERS;
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends String> items) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            float[] values = new float[2 * items.size()];
            for (int i = 0; i < items.size(); i++) {
                values[2 * i] = items.get(i).length();
                values[2 * i + 1] = items.get(i).charAt(0);
            }
            return EmbeddingMatrix.wrap(LETTERS, values);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    protected Encoder<String> open() {
        float[] weights = {1, 0, 2, 0, -1, 1};
        return new AlignedEncoder<>(new Words(), LinearAlignment.of(LETTERS, EmbeddingSpace.of("t", 3), weights));
    }

    @Override
    protected List<String> items() {
        return List.of("cat", "espresso cup", "dog");
    }
}
