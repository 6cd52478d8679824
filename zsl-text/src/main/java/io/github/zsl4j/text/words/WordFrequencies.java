package io.github.zsl4j.text.words;

import io.github.zsl4j.error.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How probable words are in running text. Immutable and thread-safe. */
public final class WordFrequencies {

    private static final WordFrequencies ZIPF = new WordFrequencies(Map.of(), "zipf");

    private final Map<String, Double> probabilities;
    private final String identity;

    private WordFrequencies(Map<String, Double> probabilities, String identity) {
        this.probabilities = probabilities;
        this.identity = identity;
    }

    /**
     * From a word's place r in its file, which lists frequent words first, by Zipf's law: p = 1 / (r H), with H the harmonic
     * number of how many words were read, wanted or not.
     */
    public static WordFrequencies zipf() {
        return ZIPF;
    }

    /**
     * From a file of lines {@code word count}; empty lines are passed over, and of a word that comes twice the first line
     * counts. A word that is not there has the probability 0.
     *
     * @throws ModelException if the file cannot be read or a line is something else; the message has its number
     */
    public static WordFrequencies load(Path file) {
        try (InputStream in = Files.newInputStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader, file.toString());
        } catch (IOException e) {
            throw new ModelException(file + ": the word frequencies cannot be read (" + e + ")", e);
        }
    }

    static WordFrequencies read(Reader reader, String name) throws IOException {
        Map<String, Double> counts = new HashMap<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                add(counts, line.strip(), name + ", line " + number);
            }
        }
        double total = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total <= 0 || !Double.isFinite(total)) {
            throw new ModelException(name + ": the counts of all words add up to " + total);
        }
        counts.replaceAll((word, count) -> count / total);
        return new WordFrequencies(Map.copyOf(counts), "counts " + Integer.toHexString(counts.hashCode()));
    }

    private static void add(Map<String, Double> counts, String line, String where) {
        int space = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        double count = space < 1 ? Double.NaN : count(line.substring(space + 1));
        if (!Double.isFinite(count) || count < 0) {
            throw new ModelException(
                    where + ": a word and its count are expected where " + Utf8.quote(line) + " is found");
        }
        counts.putIfAbsent(line.substring(0, space).strip(), count);
    }

    private static double count(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The probability of each row of a table. */
    double[] of(WordTable table) {
        double[] p = new double[table.size()];
        double harmonic = this == ZIPF ? harmonic(table.places()) : 0;
        for (int row = 0; row < p.length; row++) {
            p[row] = this == ZIPF ? 1 / (table.rank(row) * harmonic) : probabilities.getOrDefault(table.word(row), 0.0);
        }
        return p;
    }

    private static double harmonic(int n) {
        double sum = 0;
        for (int i = n; i > 0; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }

    /** Tells frequencies that give other vectors apart. */
    String identity(WordTable table) {
        return this == ZIPF ? identity + " of " + table.places() : identity;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordFrequencies that
                && identity.equals(that.identity)
                && probabilities.equals(that.probabilities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity);
    }

    @Override
    public String toString() {
        return "WordFrequencies by " + identity;
    }
}
