package io.github.zsl4j.explain;

import java.util.List;

/**
 * How a model understood one class.
 *
 * @param label the class's name as the caller wrote it
 * @param texts what the text encoder reads for it
 * @param senses lexical senses considered, most likely first; empty for models without lexical knowledge
 * @param relatives what the model already knows and places nearest to the class, nearest first; may be empty
 * @param members how many known classes stand for this one besides its own prototype; above 0 for a hypernym
 */
public record ClassReading(
        String label, List<String> texts, List<Sense> senses, List<Relative> relatives, int members) {

    public ClassReading {
        texts = List.copyOf(texts);
        senses = List.copyOf(senses);
        relatives = List.copyOf(relatives);
    }

    /**
     * @param part the part of the label that has this sense
     * @param id the sense's name in its lexicon, such as {@code n02084071}
     * @param words the words that share the sense
     * @param gloss its meaning in words
     * @param weight in (0, 1], 1 for the best sense of a part
     */
    public record Sense(String part, String id, List<String> words, String gloss, double weight) {

        public Sense {
            words = List.copyOf(words);
        }
    }

    /**
     * @param name of the known class
     * @param strength in (0, 1], how much it contributes
     */
    public record Relative(String name, double strength) {}
}
