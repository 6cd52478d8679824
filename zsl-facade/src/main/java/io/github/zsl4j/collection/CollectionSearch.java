package io.github.zsl4j.collection;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.List;

/**
 * Searches an index with texts and pictures, in all directions: pictures by texts and by pictures, and texts by pictures if it
 * is texts that have been indexed.
 *
 * <p>A single text is searched by its own vector, except where the model understands it as a class of several weighted
 * prototypes, such as a hypernym of the embedded default ("dog" and its breeds): then each prototype is searched by itself,
 * and what is found is scored as the model scores the class ({@link io.github.zsl4j.classify.PrototypeRanker}).
 *
 * <p>A query of several parts is searched by one vector, the weighted sum of the parts' unit vectors:
 *
 * <pre>q = sum_i w_i u(v_i)</pre>
 *
 * with v_i the vector of a text or a picture and w_i its weight. Thread-safe; the model and the index stay open.
 */
public final class CollectionSearch {

    private final ZeroShotModel model;
    private final EmbeddingIndex<String> index;

    /**
     * @param index of the model's space
     * @throws IllegalArgumentException if the index is of another space
     */
    public CollectionSearch(ZeroShotModel model, EmbeddingIndex<String> index) {
        index.space().requireSame(model.parts().space());
        this.model = model;
        this.index = index;
    }

    /** What fits a text best; see {@link #search(CollectionQuery, int, Filter)}. */
    public List<Hit<String>> search(String text, int k) {
        return search(CollectionQuery.of(text), k, Filter.all());
    }

    /** What is closest to a picture; see {@link #search(CollectionQuery, int, Filter)}. */
    public List<Hit<String>> search(ImageSource image, int k) {
        return search(CollectionQuery.of(image), k, Filter.all());
    }

    /**
     * What is closest to the query, best first.
     *
     * @param k how many at most, at least 1
     * @return shorter than {@code k} where the filter accepts fewer
     * @throws ZslException if a picture of the query cannot be read
     * @throws IllegalArgumentException if the model cannot read a text, or k is not positive
     */
    public List<Hit<String>> search(CollectionQuery query, int k, Filter filter) {
        List<CollectionQuery.Part> parts = query.parts();
        CollectionQuery.Part first = parts.get(0);
        if (parts.size() == 1 && first.weight() > 0 && first.text().isPresent()) {
            return byText(first.text().get(), k, filter);
        }
        return index.search(vector(parts), k, filter);
    }

    private List<Hit<String>> byText(String text, int k, Filter filter) {
        Prototypes prototypes = model.parts().classes().prototypes(List.of(ClassDescription.of(text)));
        return prototypes.components(0).size() == 1
                ? index.search(model.embed(text), k, filter)
                : new PooledSearch(model.parts(), index).search(prototypes, k, filter);
    }

    private Embedding vector(List<CollectionQuery.Part> parts) {
        double[] sum = new double[index.space().dimension()];
        for (CollectionQuery.Part part : parts) {
            float[] unit = part.text()
                    .map(model::embed)
                    .orElseGet(() -> model.embed(part.image().orElseThrow()))
                    .unit()
                    .toArray();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += part.weight() * unit[j];
            }
        }
        float[] vector = new float[sum.length];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = (float) sum[j];
        }
        return Embedding.of(index.space(), vector);
    }
}
