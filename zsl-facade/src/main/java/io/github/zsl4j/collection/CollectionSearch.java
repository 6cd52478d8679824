package io.github.zsl4j.collection;

import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.retrieve.ComposedQuery;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Reranker;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.List;
import java.util.Optional;

/**
 * Searches an index with texts and pictures, in all directions: pictures by texts and by pictures, and texts by pictures if it
 * is texts that have been indexed.
 *
 * <p>A single text is searched by its own vector, except where the model understands it as a class of several weighted
 * prototypes, such as a hypernym of the embedded default ("dog" and its breeds): then each prototype is searched by itself,
 * and what is found is scored as the model scores the class ({@link io.github.zsl4j.classify.PrototypeRanker}).
 *
 * <p>A query of several parts is searched by one vector, the weighted sum of the parts' unit vectors ({@link ComposedQuery}).
 * Thread-safe; the model and the index stay open.
 */
public final class CollectionSearch {

    private final ZeroShotModel model;
    private final EmbeddingIndex<String> index;
    private final Optional<Reranker<String>> reranker;
    private final int candidates;

    /**
     * @param index of the model's space
     * @throws IllegalArgumentException if the index is of another space
     */
    public CollectionSearch(ZeroShotModel model, EmbeddingIndex<String> index) {
        this(model, index, Optional.empty(), 1);
    }

    private CollectionSearch(
            ZeroShotModel model, EmbeddingIndex<String> index, Optional<Reranker<String>> reranker, int candidates) {
        index.space().requireSame(model.parts().space());
        this.model = model;
        this.index = index;
        this.reranker = reranker;
        this.candidates = candidates;
    }

    /**
     * The same search, whose hits are re-ranked, such as corrected for hubs; scores are then those of the re-ranking.
     *
     * @param candidates hits that are re-ranked, where fewer are asked for, at least 1
     * @throws IllegalArgumentException if {@code candidates} is not positive
     */
    public CollectionSearch withReranker(Reranker<String> other, int candidates) {
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be at least 1, not " + candidates);
        }
        return new CollectionSearch(model, index, Optional.of(other), candidates);
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
        if (reranker.isEmpty() || k < 1) {
            return found(query, k, filter);
        }
        List<Hit<String>> found = found(query, Math.max(k, candidates), filter);
        List<Hit<String>> best = reranker.get().rerank(composed(query.parts()).vector(), found);
        return List.copyOf(best.subList(0, Math.min(k, best.size())));
    }

    private List<Hit<String>> found(CollectionQuery query, int k, Filter filter) {
        List<CollectionQuery.Part> parts = query.parts();
        CollectionQuery.Part first = parts.get(0);
        if (parts.size() == 1 && first.weight() > 0 && first.text().isPresent()) {
            return byText(first.text().get(), k, filter);
        }
        return index.search(composed(parts).vector(), k, filter);
    }

    private List<Hit<String>> byText(String text, int k, Filter filter) {
        Prototypes prototypes = model.parts().classes().prototypes(List.of(ClassDescription.of(text)));
        return prototypes.components(0).size() == 1
                ? index.search(model.embed(text), k, filter)
                : new PooledSearch(model.parts(), index).search(prototypes, k, filter);
    }

    private ComposedQuery composed(List<CollectionQuery.Part> parts) {
        return new ComposedQuery(parts.stream()
                .map(part -> new ComposedQuery.Part(name(part), vector(part), part.weight()))
                .toList());
    }

    private Embedding vector(CollectionQuery.Part part) {
        return part.text()
                .map(model::embed)
                .orElseGet(() -> model.embed(part.image().orElseThrow()));
    }

    private static String name(CollectionQuery.Part part) {
        return part.text().orElseGet(() -> part.image().orElseThrow().name());
    }
}
