package io.github.zsl4j.testkit;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.ExactIndex;

class ExactIndexContractTest extends EmbeddingIndexContract {

    @Override
    protected EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity) {
        return ExactIndex.of(space, similarity);
    }
}
