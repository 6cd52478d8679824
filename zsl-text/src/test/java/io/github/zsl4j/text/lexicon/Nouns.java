package io.github.zsl4j.text.lexicon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The WordNet of the default model, and small ones made by hand. */
final class Nouns {

    private static final String DATA = "/io/github/zsl4j/models/defaultmodel/";

    static final WordNet WORDNET = WordNet.load(data("wordnet-nouns.tsv.gz"), data("noun.exc"));
    static final LabelReader READER = new LabelReader(WORDNET);

    private Nouns() {}

    static InputStream data(String name) {
        InputStream in = Nouns.class.getResourceAsStream(DATA + name);
        if (in == null) {
            throw new IllegalStateException("The default model is not on the test class path");
        }
        return in;
    }

    /** A table of the given lines; in them a bar in angle brackets, {@code <>}, stands for a tab. */
    static WordNet of(String... lines) {
        return WordNet.load(gzip(String.join("\n", lines).replace("<>", "\t")), text(""));
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    static List<Integer> offsets(List<Sense> senses) {
        return senses.stream().map(sense -> sense.synset().offset()).toList();
    }

    static List<Integer> list(int... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
