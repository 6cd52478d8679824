package io.github.zsl4j.collection;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Searches for a class of several prototypes: what is close to any of them, scored by the model's own rule. Something that is
 * far from each prototype is seldom close to their mixture, so each prototype contributes as many as are asked for.
 */
record PooledSearch(JointModel model, EmbeddingIndex<String> index) {

    /** @param prototypes of a single class */
    List<Hit<String>> search(Prototypes prototypes, int k, Filter filter) {
        Map<String, Hit<String>> found = new TreeMap<>();
        index.search(prototypes.vectors(), k, filter).forEach(hits -> hits.forEach(hit -> found.put(hit.key(), hit)));
        List<Hit<String>> hits = new ArrayList<>(found.size());
        List<Embedding> vectors = new ArrayList<>(found.size());
        for (Hit<String> hit : found.values()) {
            // A commit may come between the two looks at the index.
            index.get(hit.key()).map(Item::vector).ifPresent(vector -> {
                hits.add(hit);
                vectors.add(vector);
            });
        }
        return best(hits, scores(prototypes, vectors), k);
    }

    private double[][] scores(Prototypes prototypes, List<Embedding> vectors) {
        return model.ranker(prototypes, model.calibration()).scores(EmbeddingMatrix.of(index.space(), vectors));
    }

    /** Equal scores stay in the order of their keys. */
    private static List<Hit<String>> best(List<Hit<String>> hits, double[][] scores, int k) {
        List<Hit<String>> scored = new ArrayList<>(hits.size());
        for (int i = 0; i < scores.length; i++) {
            scored.add(hits.get(i).withScore(scores[i][0]));
        }
        scored.sort(Comparator.comparingDouble((Hit<String> hit) -> -hit.score()));
        return List.copyOf(scored.subList(0, Math.min(k, scored.size())));
    }
}
