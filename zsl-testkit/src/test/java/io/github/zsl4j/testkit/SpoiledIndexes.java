package io.github.zsl4j.testkit;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import java.util.function.BiFunction;

/** The contract for indexes that break it. */
class SpoiledIndexes extends EmbeddingIndexContract {

    private final BiFunction<EmbeddingSpace, Similarity, EmbeddingIndex<String>> spoiled;

    SpoiledIndexes(BiFunction<EmbeddingSpace, Similarity, EmbeddingIndex<String>> spoiled) {
        this.spoiled = spoiled;
    }

    @Override
    protected EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity) {
        return spoiled.apply(space, similarity);
    }
}
