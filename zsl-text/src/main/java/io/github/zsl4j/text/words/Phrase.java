package io.github.zsl4j.text.words;

import java.util.List;

/**
 * How a text is read word by word.
 *
 * @param words those that have vectors, as the file spells them, in the text's order
 * @param outOfVocabulary those that have none and are without effect, as the text spells them
 */
public record Phrase(List<String> words, List<String> outOfVocabulary) {

    public Phrase {
        words = List.copyOf(words);
        outOfVocabulary = List.copyOf(outOfVocabulary);
    }
}
