package io.github.zsl4j.text.words;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Encodes texts as means of word vectors, which are not scaled to length 1.
 *
 * <p>Words are looked up as the text spells them, then in lower case; neighbours that are one word of the file when joined
 * ({@code New_York}) are taken as that word. Unknown words are without effect ({@link #read} tells them); a text without any
 * known word is refused. With the default options the space is that of the word vectors; other options have spaces of their
 * own, since a vector by one recipe says little about one by another.
 *
 * <p>Immutable but for closing, and thread-safe. Closing frees nothing: the word vectors stay usable.
 */
public final class PhraseEncoder implements Encoder<String> {

    private final WordVectors vectors;
    private final PhraseOptions options;
    private final PhraseReader reader;
    private final double[] weights;
    private final Optional<CommonComponent> common;
    private final EmbeddingSpace space;
    private volatile boolean closed;

    /** @param vectors may serve several encoders */
    public PhraseEncoder(WordVectors vectors, PhraseOptions options) {
        this(vectors, options, Optional.empty());
    }

    private PhraseEncoder(WordVectors vectors, PhraseOptions options, Optional<CommonComponent> common) {
        this.vectors = Objects.requireNonNull(vectors, "vectors");
        this.options = Objects.requireNonNull(options, "options");
        this.reader = new PhraseReader(
                vectors::contains, options.joiners().orElse(vectors.format().joiners()));
        this.weights = options.sif().map(sif -> sif.weights(vectors.table())).orElse(null);
        this.common = common;
        this.space = space(common.map(c -> " without " + c.identity()).orElse(""));
    }

    private EmbeddingSpace space(String component) {
        EmbeddingSpace words = vectors.space();
        return new EmbeddingSpace(
                words.name(), words.dimension(), words.identity() + options.identity(vectors.table()) + component);
    }

    /**
     * This encoder with the common component of some texts removed from every vector: the second half of
     * {@link Sif}'s paper. The component is u, the first right singular vector of the texts' vectors (not centred), and
     *
     * <pre>v - u uᵀ v</pre>
     *
     * takes it away. A component removed before is replaced.
     *
     * @param texts typical of what will be encoded, such as all labels; at least 2
     * @throws IllegalArgumentException if there are fewer, or one has no known word
     */
    public PhraseEncoder withoutCommonComponent(List<String> texts) {
        if (texts.size() < 2) {
            throw new IllegalArgumentException("A common component needs at least 2 texts, not " + texts.size());
        }
        double[][] means = texts.stream().map(this::mean).toArray(double[][]::new);
        return new PhraseEncoder(vectors, options, Optional.of(CommonComponent.of(means)));
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    /** The words of a text that have vectors, and those that do not. */
    public Phrase read(String text) {
        return reader.read(Objects.requireNonNull(text, "text"));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a text has no known word, or only ones with zero vectors; the message names it
     */
    @Override
    public EmbeddingMatrix encodeAll(List<? extends String> texts) {
        if (closed) {
            throw new IllegalStateException("The encoder of " + space.name() + " is closed");
        }
        int d = space.dimension();
        float[] values = new float[Math.multiplyExact(texts.size(), d)];
        for (int i = 0; i < texts.size(); i++) {
            double[] mean = mean(Objects.requireNonNull(texts.get(i), "a text is null"));
            common.ifPresent(c -> c.removeFrom(mean));
            for (int j = 0; j < d; j++) {
                values[i * d + j] = (float) mean[j];
            }
        }
        return EmbeddingMatrix.wrap(space, values);
    }

    private double[] mean(String text) {
        Phrase phrase = read(text);
        double[] mean = new double[space.dimension()];
        boolean zero = true;
        for (String word : phrase.words()) {
            zero &= !add(word, 1.0 / phrase.words().size(), mean);
        }
        if (zero) {
            throw new IllegalArgumentException("'" + text + "' has no word among the " + vectors.size() + " of "
                    + space.name() + " (unknown: " + phrase.outOfVocabulary() + "); describe it with other words");
        }
        return mean;
    }

    /** Adds a word's part to the mean; false if its vector is zero. */
    private boolean add(String word, double factor, double[] mean) {
        WordTable table = vectors.table();
        int row = table.row(word);
        double norm = table.vectors().norm(row);
        double weight = factor * (weights == null ? 1 : weights[row]);
        if (norm > 0) {
            table.vectors().addScaled(row, options.unitWords() ? weight / norm : weight, mean);
        }
        return norm > 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}
