package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A query made of pictures and texts of one space: this, more like that, less like something else. Its vector is the sum of the
 * parts' unit vectors, each times its weight, scaled to length 1,
 *
 * <pre>q = Σ w_i u_i / |Σ w_i u_i|</pre>
 *
 * Immutable and thread-safe.
 *
 * @param parts at least one, all of one space
 */
public record ComposedQuery(List<Part> parts) {

    /**
     * @param name for explanations, such as the text or the picture's path
     * @param vector of any length
     * @param weight finite; negative for what hits should not be like
     */
    public record Part(String name, Embedding vector, double weight) {

        /** @throws IllegalArgumentException if the weight is not finite */
        public Part {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(vector, "vector");
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("The weight of '" + name + "' must be finite, not " + weight);
            }
        }
    }

    /** @throws IllegalArgumentException if there is no part, or parts are of different spaces */
    public ComposedQuery {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A query needs at least one part");
        }
        for (Part part : parts) {
            parts.get(0).vector().space().requireSame(part.vector().space());
        }
    }

    /** A query of one part with weight 1. */
    public static ComposedQuery of(String name, Embedding vector) {
        return new ComposedQuery(List.of(new Part(name, vector, 1)));
    }

    /** This and another part. */
    public ComposedQuery plus(String name, Embedding vector, double weight) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, vector, weight));
        return new ComposedQuery(more);
    }

    /** This and another part with weight 1. */
    public ComposedQuery plus(String name, Embedding vector) {
        return plus(name, vector, 1);
    }

    /** This without what another part stands for: weight -1. */
    public ComposedQuery minus(String name, Embedding vector) {
        return plus(name, vector, -1);
    }

    /** What an index is searched for: of length 1, or zero if the parts cancel each other out. */
    public Embedding vector() {
        return Vectors.toEmbedding(parts.get(0).vector().space(), sum()).unit();
    }

    /**
     * What each part contributes to a hit's score: w_i u_i.x / |Σ w_i u_i|, and for the cosine over |x|. The contributions add
     * up to the similarity of {@link #vector} and the item (to within float rounding).
     *
     * @param item the hit's vector
     * @param similarity cosine or dot product
     * @return one per part, in their order
     * @throws IllegalArgumentException for a distance, which is no sum over the parts, or an item of another space
     */
    public List<Contribution> explain(Embedding item, Similarity similarity) {
        if (similarity == Similarity.NEGATIVE_SQUARED_EUCLIDEAN) {
            throw new IllegalArgumentException(
                    "Only a cosine or a dot product is a sum over the parts, not " + similarity);
        }
        parts.get(0).vector().space().requireSame(item.space());
        double scale = Vectors.norm(sum()) * (similarity == Similarity.COSINE ? item.norm() : 1);
        return parts.stream()
                .map(part -> new Contribution(part.name(), scale == 0 ? 0 : product(part, item) / scale))
                .toList();
    }

    private static double product(Part part, Embedding item) {
        return part.weight() * Vectors.dot(Vectors.unit(part.vector()), item);
    }

    private double[] sum() {
        double[] sum = new double[parts.get(0).vector().space().dimension()];
        parts.forEach(part -> Vectors.add(sum, part.weight(), Vectors.unit(part.vector())));
        return sum;
    }
}
