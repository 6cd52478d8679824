package io.github.zsl4j.text.words;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of a file of word vectors is read, and how. None of it changes a word's vector.
 *
 * @param format empty to find it out from the file's first bytes
 * @param maxWords reading stops after this many different words, at least 1; files list frequent words first
 * @param onlyWords if there, other words are passed over; spelt exactly as in the file
 * @param skipDamaged whether damaged lines are passed over and counted ({@link WordVectors#skipped()}) and a wrong number
 *     of words in the header does not matter; else either is an error
 */
public record WordVectorOptions(
        Optional<WordVectorFormat> format, int maxWords, Optional<Set<String>> onlyWords, boolean skipDamaged) {

    /** @throws IllegalArgumentException if {@code maxWords} is less than 1 or {@code onlyWords} is an empty set */
    public WordVectorOptions {
        Objects.requireNonNull(format, "format");
        onlyWords = onlyWords.map(Set::copyOf);
        if (maxWords < 1) {
            throw new IllegalArgumentException("At least 1 word must be read, not " + maxWords);
        }
        if (onlyWords.isPresent() && onlyWords.get().isEmpty()) {
            throw new IllegalArgumentException("The set of words to read is empty");
        }
    }

    /** All words of a file whose format is found out; damage is an error. */
    public static WordVectorOptions defaults() {
        return new WordVectorOptions(Optional.empty(), Integer.MAX_VALUE, Optional.empty(), false);
    }

    public WordVectorOptions withFormat(WordVectorFormat newFormat) {
        return new WordVectorOptions(Optional.of(newFormat), maxWords, onlyWords, skipDamaged);
    }

    public WordVectorOptions withMaxWords(int newMaxWords) {
        return new WordVectorOptions(format, newMaxWords, onlyWords, skipDamaged);
    }

    public WordVectorOptions withOnlyWords(Set<String> newOnlyWords) {
        return new WordVectorOptions(format, maxWords, Optional.of(newOnlyWords), skipDamaged);
    }

    public WordVectorOptions withSkipDamaged(boolean newSkipDamaged) {
        return new WordVectorOptions(format, maxWords, onlyWords, newSkipDamaged);
    }

    /** The most words that can be found. */
    int limit() {
        return onlyWords.map(words -> Math.min(words.size(), maxWords)).orElse(maxWords);
    }

    boolean wants(String word) {
        return onlyWords.isEmpty() || onlyWords.get().contains(word);
    }
}
