package io.github.zsl4j.text.lexicon;

/**
 * A meaning that a word can have.
 *
 * @param synset the meaning
 * @param count how often the word had this meaning in WordNet's tagged texts, at least 0
 */
public record Sense(Synset synset, int count) {}
