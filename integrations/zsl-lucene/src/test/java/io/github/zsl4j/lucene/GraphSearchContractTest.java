package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.testkit.EmbeddingIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Through the graph, however few vectors there are. */
class GraphSearchContractTest extends EmbeddingIndexContract {

    @TempDir
    private Path folder;

    @Override
    protected EmbeddingIndex<String> index(EmbeddingSpace space, Similarity similarity) {
        LuceneOptions graph = LuceneOptions.defaults().withExactUpTo(0);
        return LuceneIndex.open(Indexes.folder(folder), space, similarity, graph);
    }

    @Override
    protected double recall() {
        return 0.98;
    }
}
