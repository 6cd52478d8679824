package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.testkit.EmbeddingIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** As small indexes are searched by default. */
class ExactSearchContractTest extends EmbeddingIndexContract {

    @TempDir
    private Path folder;

    @Override
    protected EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity) {
        return LuceneIndex.open(Indexes.folder(folder), space, similarity);
    }
}
