package io.github.zsl4j.text.lexicon;

import java.util.List;
import java.util.Locale;

/**
 * One meaning: a set of nouns that can stand for each other, and its place in the hierarchy of kinds.
 *
 * @param offset WordNet's number of the meaning, its identity
 * @param hypernyms offsets of the meanings directly above it (kinds and instances alike); empty at the root
 * @param size number of synsets at or below it, at least 1
 * @param lemmas its nouns, lower case, {@code _} for a space; never empty
 * @param gloss its definition, the first clause
 */
public record Synset(int offset, List<Integer> hypernyms, int size, List<String> lemmas, String gloss) {

    public Synset {
        hypernyms = List.copyOf(hypernyms);
        lemmas = List.copyOf(lemmas);
    }

    /** The identity as data sets write it: {@code n} and the offset in eight digits, such as {@code n02084071}. */
    public String id() {
        return String.format(Locale.ROOT, "n%08d", offset);
    }
}
