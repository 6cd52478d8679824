package io.github.zsl4j.collection;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts texts into an index, each under itself as its key, for {@link CollectionSearch} to find by pictures. */
public final class TextIndexer {

    private static final int BATCH = 256;

    private TextIndexer() {}

    /**
     * Indexes the texts that are not in the index yet, with a commit after some hundred.
     *
     * @param index of the model's space
     * @param texts none blank; one that is given twice is indexed once
     * @return how many were new
     * @throws IllegalArgumentException if the index is of another space, or a text is blank
     */
    public static int index(ZeroShotModel model, EmbeddingIndex<String> index, List<String> texts) {
        index.space().requireSame(model.parts().space());
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> index.get(text).isEmpty())
                .toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            put(model, index, missing.subList(from, Math.min(missing.size(), from + BATCH)));
        }
        return missing.size();
    }

    private static void put(ZeroShotModel model, EmbeddingIndex<String> index, List<String> texts) {
        EmbeddingMatrix vectors = model.parts().texts().encodeAll(texts);
        List<Item<String>> items = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Embedding vector = vectors.row(i);
            items.add(new Item<>(
                    texts.get(i), index.similarity() == Similarity.COSINE ? vector.unit() : vector, Map.of()));
        }
        index.putAll(items);
        index.commit();
    }
}
