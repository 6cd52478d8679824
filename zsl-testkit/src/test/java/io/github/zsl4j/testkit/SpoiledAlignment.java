package io.github.zsl4j.testkit;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.function.UnaryOperator;

/** The contract of a map that breaks it; not run by itself. */
final class SpoiledAlignment extends AlignmentContract {

    static final EmbeddingSpace FROM = EmbeddingSpace.of("from", 2);
    static final EmbeddingSpace TO = EmbeddingSpace.of("to", 2);

    private final UnaryOperator<EmbeddingMatrix> map;

    SpoiledAlignment(UnaryOperator<EmbeddingMatrix> map) {
        this.map = map;
    }

    @Override
    protected Alignment alignment() {
        return new Alignment() {
            @Override
            public EmbeddingSpace source() {
                return FROM;
            }

            @Override
            public EmbeddingSpace target() {
                return TO;
            }

            @Override
            public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
                return map.apply(vectors);
            }
        };
    }
}
