package io.github.zsl4j.text.words;

import java.util.List;
import java.util.Optional;

/**
 * How a text becomes a mean of its words' vectors.
 *
 * @param unitWords whether words are scaled to length 1 first, so that long vectors do not outweigh short ones
 * @param joiners what joins words that are one in the vocabulary, in the order in which they are tried; empty for what the
 *     file's format uses ({@link WordVectorFormat#joiners()}); an empty list looks words up singly
 * @param sif weights by frequency; empty for equal weights
 */
public record PhraseOptions(boolean unitWords, Optional<List<String>> joiners, Optional<Sif> sif) {

    public PhraseOptions {
        joiners = joiners.map(List::copyOf);
    }

    /** Unit words, the format's joiners, equal weights. */
    public static PhraseOptions defaults() {
        return new PhraseOptions(true, Optional.empty(), Optional.empty());
    }

    public PhraseOptions withUnitWords(boolean newUnitWords) {
        return new PhraseOptions(newUnitWords, joiners, sif);
    }

    public PhraseOptions withJoiners(String... newJoiners) {
        return new PhraseOptions(unitWords, Optional.of(List.of(newJoiners)), sif);
    }

    public PhraseOptions withSif(Sif newSif) {
        return new PhraseOptions(unitWords, joiners, Optional.of(newSif));
    }

    /** What tells vectors by these options from the default ones; empty for the default ones. */
    String identity(WordTable table) {
        String raw = unitWords ? "" : " raw";
        String joined = joiners.map(j -> " joiners " + j).orElse("");
        String weighted = sif.map(s -> " sif " + s.a() + " " + s.frequencies().identity(table))
                .orElse("");
        return raw + joined + weighted;
    }
}
