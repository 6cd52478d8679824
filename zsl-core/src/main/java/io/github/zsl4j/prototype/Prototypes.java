package io.github.zsl4j.prototype;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The vectors that stand for a list of classes. Most classes have one; a hypernym, or a class known by several pictures,
 * has several with weights. Vectors may be shared by classes. Immutable and thread-safe.
 */
public final class Prototypes {

    /**
     * A vector's part in a class.
     *
     * @param row of {@link Prototypes#vectors()}
     * @param logWeight the natural logarithm of the vector's weight, usually 0 for a single vector. Only the ratios of
     *     weights within a class count for its score; their sum counts in a {@link Prototypes#union}
     */
    public record Component(int row, double logWeight) {}

    private final List<String> labels;
    private final EmbeddingMatrix vectors;
    private final List<List<Component>> components;

    private Prototypes(List<String> labels, EmbeddingMatrix vectors, List<List<Component>> components) {
        this.labels = List.copyOf(labels);
        this.vectors = Objects.requireNonNull(vectors, "vectors");
        this.components = components.stream().map(List::copyOf).toList();
        ClassDescription.requireDistinct(
                this.labels.stream().map(ClassDescription::of).toList());
        if (this.labels.size() != this.components.size()) {
            throw new IllegalArgumentException(labels.size() + " labels but components of " + components.size());
        }
        for (int i = 0; i < this.labels.size(); i++) {
            check(this.labels.get(i), this.components.get(i), vectors.rows());
        }
    }

    private static void check(String label, List<Component> components, int rows) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("The class '" + label + "' has no prototype");
        }
        for (Component c : components) {
            Objects.checkIndex(c.row(), rows);
            if (!Double.isFinite(c.logWeight())) {
                throw new IllegalArgumentException("A weight of '" + label + "' is not finite: " + c.logWeight());
            }
        }
    }

    /**
     * One vector per class.
     *
     * @param vectors [c, d], row i for label i
     * @throws IllegalArgumentException if the numbers differ, there is no label, or one is given twice
     */
    public static Prototypes of(List<String> labels, EmbeddingMatrix vectors) {
        if (labels.size() != vectors.rows()) {
            throw new IllegalArgumentException(labels.size() + " labels but " + vectors.rows() + " vectors");
        }
        List<List<Component>> one = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            one.add(List.of(new Component(i, 0)));
        }
        return new Prototypes(labels, vectors, one);
    }

    /**
     * Several weighted vectors per class.
     *
     * @param components per label, at least one
     * @throws IllegalArgumentException if a class has no component or a weight is not finite
     * @throws IndexOutOfBoundsException if a component names a row that is not there
     */
    public static Prototypes of(List<String> labels, EmbeddingMatrix vectors, List<List<Component>> components) {
        return new Prototypes(labels, vectors, components);
    }

    /**
     * One prototype per class from examples of it: the mean of their unit vectors (Snell et al., "Prototypical Networks
     * for Few-shot Learning", NeurIPS 2017, with cosine similarity in mind).
     *
     * @param labels the class of each example; classes are ordered by first appearance
     * @param examples [n, d]
     */
    public static Prototypes ofExamples(List<String> labels, EmbeddingMatrix examples) {
        if (labels.size() != examples.rows()) {
            throw new IllegalArgumentException(labels.size() + " labels but " + examples.rows() + " examples");
        }
        EmbeddingMatrix unit = examples.unit();
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            double[] sum = sums.computeIfAbsent(labels.get(i), k -> new double[examples.dimension()]);
            float[] row = unit.row(i).toArray();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += row[j];
            }
            counts.merge(labels.get(i), 1, Integer::sum);
        }
        List<Embedding> means = new ArrayList<>();
        sums.forEach((label, sum) -> means.add(mean(examples.space(), sum, counts.get(label))));
        return of(List.copyOf(sums.keySet()), EmbeddingMatrix.of(examples.space(), means));
    }

    private static Embedding mean(EmbeddingSpace space, double[] sum, int count) {
        float[] mean = new float[sum.length];
        for (int j = 0; j < sum.length; j++) {
            mean[j] = (float) (sum[j] / count);
        }
        return Embedding.of(space, mean);
    }

    /**
     * These classes and those of {@code other}. A class of both owns the vectors of both with the weights that they have,
     * so of n sets that give a class equal weight each has an n-th, in whatever order they are united.
     *
     * @throws IllegalArgumentException if the spaces differ
     */
    public Prototypes union(Prototypes other) {
        Map<String, List<Component>> all = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            all.put(labels.get(i), components.get(i));
        }
        for (int i = 0; i < other.labels.size(); i++) {
            List<Component> moved = moved(other.components.get(i), vectors.rows());
            all.merge(other.labels.get(i), moved, Prototypes::concat);
        }
        return new Prototypes(List.copyOf(all.keySet()), vectors.concat(other.vectors), List.copyOf(all.values()));
    }

    private static List<Component> moved(List<Component> components, int rows) {
        return components.stream()
                .map(c -> new Component(c.row() + rows, c.logWeight()))
                .toList();
    }

    private static List<Component> concat(List<Component> a, List<Component> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    public EmbeddingSpace space() {
        return vectors.space();
    }

    /** The classes in their order, distinct, at least one. */
    public List<String> labels() {
        return labels;
    }

    /** All vectors [m, d]. */
    public EmbeddingMatrix vectors() {
        return vectors;
    }

    /** The vectors of class {@code index} and their weights. */
    public List<Component> components(int index) {
        return components.get(index);
    }

    @Override
    public String toString() {
        return "Prototypes of " + labels.size() + " classes " + Arrays.asList(labels.get(0), "…") + " in " + space();
    }
}
