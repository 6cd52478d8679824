package io.github.zsl4j.text.words;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Words and their vectors, read from a file of GloVe, word2vec or fastText, gzip-packed or not.
 *
 * <p>Of a word that comes twice the first vector counts, as for gensim; so does its treatment of bytes that are no UTF-8,
 * which become U+FFFD. A vector with a number that is not finite is damage. Immutable and thread-safe. Takes 4 bytes a
 * number and some 70 a word: two million words of 300 dimensions need 2.5 GB, so limit what is read
 * ({@link WordVectorOptions}).
 *
 * <p><b>References:</b> Mikolov et al., "Distributed representations of words and phrases and their compositionality",
 * NeurIPS 2013; Pennington, Socher and Manning, "GloVe: global vectors for word representation", EMNLP 2014; Bojanowski et
 * al., "Enriching word vectors with subword information", TACL 5, 2017.
 */
public final class WordVectors {

    /**
     * A word near a vector.
     *
     * @param similarity the cosine, in [-1, 1]
     */
    public record Neighbour(String word, double similarity) {}

    private final EmbeddingSpace space;
    private final WordVectorFormat format;
    private final WordTable table;
    private final int skipped;

    private WordVectors(EmbeddingSpace space, WordVectorFormat format, WordTable table, int skipped) {
        this.space = space;
        this.format = format;
        this.table = table;
        this.skipped = skipped;
    }

    /**
     * Reads a whole file of any of the formats.
     *
     * @throws ModelException if it is missing, damaged or something else; the message has the line
     */
    public static WordVectors load(Path file) {
        return load(file, WordVectorOptions.defaults());
    }

    /**
     * Reads a file.
     *
     * @throws ModelException if it is missing, damaged, something else or without a wanted word; the message has the line
     */
    public static WordVectors load(Path file, WordVectorOptions options) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString(), options);
        } catch (IOException e) {
            throw new ModelException(file + ": the word vectors cannot be read (" + e + ")", e);
        }
    }

    /**
     * Reads a stream to its end, and leaves it open.
     *
     * @param name the file's name, for messages and, without folder and extension, for the space
     * @throws ModelException if the data is damaged, something else or without a wanted word; the message has the line
     */
    public static WordVectors read(InputStream in, String name, WordVectorOptions options) {
        VectorBytes bytes = new VectorBytes(Objects.requireNonNull(in, "in"), name);
        VectorHeader header = VectorHeader.read(bytes, options);
        VectorRecords records = header.format() == WordVectorFormat.WORD2VEC_BINARY
                ? new BinaryRecords(bytes, header, options)
                : new TextRecords(bytes, header, options);
        WordTable table = WordTable.read(records, header.dimension(), options.limit());
        if (table.size() == 0) {
            throw new ModelException(name + ": there is none of the wanted words among " + records.position());
        }
        EmbeddingSpace space = new EmbeddingSpace(spaceName(name), header.dimension(), bytes.identity());
        return new WordVectors(space, header.format(), table, records.skipped());
    }

    private static String spaceName(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String bare = file.replaceFirst("\\.gz$", "").replaceFirst("\\.(txt|vec|bin)$", "");
        return bare.isEmpty() ? file : bare;
    }

    /**
     * The space of the vectors. Its identity is a digest of the file alone: whatever part of a file is read, vectors can be
     * compared; those of another file, or of the same file packed otherwise, cannot.
     */
    public EmbeddingSpace space() {
        return space;
    }

    public WordVectorFormat format() {
        return format;
    }

    /** The number of words. */
    public int size() {
        return table.size();
    }

    /** The words in the file's order, most frequent first; a view. */
    public List<String> words() {
        return table.words();
    }

    /** How many damaged records were passed over; 0 unless the options allow it. */
    public int skipped() {
        return skipped;
    }

    /** Whether a word is known in exactly this form. */
    public boolean contains(String word) {
        return table.row(word) >= 0;
    }

    /** The vector of a word in exactly this form, as the file has it. */
    public Optional<Embedding> vector(String word) {
        int row = table.row(word);
        return row < 0
                ? Optional.empty()
                : Optional.of(Embedding.of(space, table.vectors().row(row)));
    }

    /**
     * The words whose vectors have the largest cosine with a vector; of equally near ones the more frequent first. Compares
     * with every word: O(size · dimension).
     *
     * @param query a word's vector, the default encoding of a text, or a sum of such
     * @param k how many, at least 1; all if there are fewer
     * @throws IllegalArgumentException if the query is of another space or {@code k} is less than 1
     */
    public List<Neighbour> nearest(Embedding query, int k) {
        space.requireSame(query.space());
        if (k < 1) {
            throw new IllegalArgumentException("At least 1 neighbour must be asked for, not " + k);
        }
        float[] unit = query.unit().toArray();
        PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.WORST_FIRST);
        for (int row = 0; row < size(); row++) {
            best.add(new Candidate(row, table.cosine(row, unit)));
            if (best.size() > k) {
                best.remove();
            }
        }
        return best.stream()
                .sorted(Candidate.WORST_FIRST.reversed())
                .map(c -> new Neighbour(table.word(c.row()), c.cosine()))
                .toList();
    }

    private record Candidate(int row, double cosine) {

        private static final Comparator<Candidate> WORST_FIRST = Comparator.comparingDouble(Candidate::cosine)
                .thenComparing(Comparator.comparingInt(Candidate::row).reversed());
    }

    WordTable table() {
        return table;
    }

    @Override
    public String toString() {
        return size() + " word vectors of " + space;
    }
}
