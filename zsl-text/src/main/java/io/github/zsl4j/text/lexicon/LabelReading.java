package io.github.zsl4j.text.lexicon;

import java.util.List;

/**
 * What a label says.
 *
 * @param name the words of the label, cleaned and without a sense notation: what a text encoder reads
 * @param spans the parts that WordNet knows, in the order of the label; may be empty
 */
public record LabelReading(String name, List<Span> spans) {

    public LabelReading {
        spans = List.copyOf(spans);
    }
}
