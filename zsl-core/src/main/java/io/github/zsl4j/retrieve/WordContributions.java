package io.github.zsl4j.retrieve;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Which words of a text made a hit: a word contributes what the score loses when the text is embedded without it. The
 * contributions need not add up to the score, since a text's vector is no sum over its words. Immutable.
 *
 * <p><b>References:</b> Li, Monroe and Jurafsky, "Understanding Neural Networks through Representation Erasure", 2016.
 *
 * @param embedder gives a vector for each text, such as the {@code encodeAll} of a text encoder
 * @param similarity of the index
 */
public record WordContributions(Function<List<String>, EmbeddingMatrix> embedder, Similarity similarity) {

    public WordContributions {
        Objects.requireNonNull(embedder, "embedder");
        Objects.requireNonNull(similarity, "similarity");
    }

    /**
     * @param text the query, words separated by white space
     * @param item the hit's vector
     * @return one per word, in their order; the only word of a text contributes the whole score
     * @throws IllegalArgumentException if the text has no word, or the item is of another space than the texts
     */
    public List<Contribution> of(String text, Embedding item) {
        List<String> words = List.of(text.strip().split("\\s+"));
        if (text.isBlank()) {
            throw new IllegalArgumentException("The text has no word");
        }
        List<String> texts = new ArrayList<>(List.of(text));
        for (int i = 0; i < words.size() && words.size() > 1; i++) {
            texts.add(without(words, i));
        }
        EmbeddingMatrix target = EmbeddingMatrix.wrap(item.space(), item.toArray());
        double[][] scores = similarity.to(target).of(embedder.apply(texts));
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            double rest = words.size() > 1 ? scores[i + 1][0] : 0;
            contributions.add(new Contribution(words.get(i), scores[0][0] - rest));
        }
        return contributions;
    }

    private static String without(List<String> words, int index) {
        List<String> rest = new ArrayList<>(words);
        rest.remove(index);
        return String.join(" ", rest);
    }
}
