package io.github.zsl4j.fewshot;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.prototype.Prototypes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The few examples that classes are learned from. Immutable and thread-safe.
 *
 * <p><b>References:</b> the term is that of Vinyals et al., "Matching Networks for One Shot Learning", NeurIPS 2016.
 */
public final class SupportSet {

    private final List<String> labels;
    private final List<String> classes;
    private final int[] classIndices;
    private final EmbeddingMatrix vectors;

    private SupportSet(List<String> labels, EmbeddingMatrix unitVectors) {
        this.labels = labels;
        this.classes = List.copyOf(new LinkedHashSet<>(labels));
        this.classIndices = labels.stream().mapToInt(classes::indexOf).toArray();
        this.vectors = unitVectors;
    }

    /**
     * @param labels the class of each example, at least one; classes are ordered by first appearance
     * @param vectors [n, d]; kept scaled to length 1
     * @throws IllegalArgumentException if there is no example, the numbers differ, or a label is blank
     */
    public static SupportSet of(List<String> labels, EmbeddingMatrix vectors) {
        if (labels.size() != vectors.rows() || labels.isEmpty()) {
            throw new IllegalArgumentException(
                    labels.size() + " labels and " + vectors.rows() + " examples; as many are needed, at least one");
        }
        int blank = IntStream.range(0, labels.size())
                .filter(i -> labels.get(i).isBlank())
                .findFirst()
                .orElse(-1);
        if (blank >= 0) {
            throw new IllegalArgumentException("The label of example " + blank + " is blank");
        }
        return new SupportSet(List.copyOf(labels), vectors.unit());
    }

    /** The number of examples, n. */
    public int size() {
        return labels.size();
    }

    /** The class of each example. */
    public List<String> labels() {
        return labels;
    }

    /** The distinct classes, by first appearance. */
    public List<String> classes() {
        return classes;
    }

    /** The class of each example as an index of {@link #classes()}; a copy. */
    public int[] classIndices() {
        return classIndices.clone();
    }

    /** The examples [n, d], of length 1 (zero vectors stay zero). */
    public EmbeddingMatrix vectors() {
        return vectors;
    }

    /** The space of the examples. */
    public EmbeddingSpace space() {
        return vectors.space();
    }

    /** How many examples each class has, in the order of {@link #classes()}. */
    public int[] shots() {
        int[] shots = new int[classes.size()];
        Arrays.stream(classIndices).forEach(c -> shots[c]++);
        return shots;
    }

    /** The mean of each class's examples: see {@link Prototypes#ofExamples}. */
    public Prototypes prototypes() {
        return Prototypes.ofExamples(labels, vectors);
    }

    /**
     * Some of the examples.
     *
     * @param examples from 0 to n - 1, at least one
     */
    public SupportSet select(int... examples) {
        List<String> chosen = Arrays.stream(examples).mapToObj(labels::get).toList();
        return of(chosen, vectors.select(examples));
    }

    /**
     * The class of each example as an index of another list.
     *
     * @throws IllegalArgumentException if a class is not in the list
     */
    int[] indicesAmong(List<String> others) {
        int[] places = classes.stream().mapToInt(others::indexOf).toArray();
        for (int c = 0; c < places.length; c++) {
            if (places[c] < 0) {
                throw new IllegalArgumentException("The class '" + classes.get(c)
                        + "' has examples but is not among the " + others.size() + " classes that are ranked");
            }
        }
        return Arrays.stream(classIndices).map(c -> places[c]).toArray();
    }

    @Override
    public String toString() {
        return "Support set of " + size() + " examples of " + classes.size() + " classes in " + space();
    }
}
