package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.prototype.ClassDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Texts to their own prototypes, each read alone, so that other texts of a batch do not choose its senses. */
record SynthesisedTexts(SynthesisedClasses classes) implements Encoder<String> {

    @Override
    public EmbeddingSpace space() {
        return classes.space();
    }

    @Override
    public EmbeddingMatrix encodeAll(List<? extends String> texts) {
        List<Embedding> rows = new ArrayList<>(texts.size());
        for (String text : texts) {
            Objects.requireNonNull(text, "text");
            rows.add(classes.ownPrototypes(List.of(ClassDescription.of(text))).row(0));
        }
        return EmbeddingMatrix.of(space(), rows);
    }

    /** Holds nothing itself; the model frees its networks. */
    @Override
    public void close() {}
}
