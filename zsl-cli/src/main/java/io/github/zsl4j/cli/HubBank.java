package io.github.zsl4j.cli;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.collection.CollectionSearch;
import io.github.zsl4j.hubness.HubCorrection;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Reranker;
import java.util.List;

/**
 * A correction for hubs.
 *
 * @param texts that tell which pictures are hubs
 */
record HubBank(HubCorrection correction, List<String> texts) {

    /** Hits that are corrected for each that is shown, and at least. */
    private static final int EACH = 10;

    private static final int LEAST = 100;

    /** A search whose {@code top} hits are the best of more, after the correction. */
    CollectionSearch search(ZeroShotModel model, EmbeddingIndex<String> index, int top) {
        Reranker<String> reranker =
                Reranker.hubCorrected(index, correction, model.parts().texts().encodeAll(texts));
        return new CollectionSearch(model, index).withReranker(reranker, candidates(top));
    }

    private static int candidates(int top) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(LEAST, (long) EACH * top));
    }
}
