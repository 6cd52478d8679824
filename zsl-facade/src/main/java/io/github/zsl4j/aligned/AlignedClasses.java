package io.github.zsl4j.aligned;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import java.util.ArrayList;
import java.util.List;

/**
 * The class side of an aligned model: semantics from the table or from the texts' network, then the alignment's maps.
 *
 * @param words reads classes that the table does not have
 * @param known the table
 */
record AlignedClasses(ClassEncoder words, SemanticAlignment alignment, ClassTable known) implements ClassEncoder {

    AlignedClasses {
        alignment.semanticSpace().requireSame(known.semantics().space());
    }

    @Override
    public EmbeddingSpace space() {
        return alignment.features().target();
    }

    @Override
    public Prototypes prototypes(List<ClassDescription> classes) {
        ClassDescription.requireDistinct(classes);
        List<Embedding> rows = new ArrayList<>(classes.size());
        for (ClassDescription description : classes) {
            int index = known.names().indexOf(description.label());
            rows.add(
                    index >= 0 && description.texts().isEmpty()
                            ? known.semantics().row(index)
                            : read(description));
        }
        List<String> labels = classes.stream().map(ClassDescription::label).toList();
        return alignment.prototypes(labels, EmbeddingMatrix.of(alignment.semanticSpace(), rows));
    }

    private Embedding read(ClassDescription description) {
        if (!words.space().equals(alignment.semanticSpace())) {
            throw new IllegalArgumentException("The class '" + description.label() + "' is not among the "
                    + known.names().size()
                    + " classes that come with the alignment, and its semantics cannot be had from"
                    + " its name: the alignment was trained on " + alignment.semanticSpace() + ", not on "
                    + words.space());
        }
        Prototypes prototypes = words.prototypes(List.of(description));
        return prototypes.vectors().row(prototypes.components(0).get(0).row());
    }

    boolean isSeen(String label) {
        return known.seen().contains(label);
    }

    @Override
    public List<ClassReading> read(List<ClassDescription> classes) {
        return words.read(classes);
    }

    /** Single texts, each read as a class's name, by the first of the maps. */
    Encoder<String> texts() {
        return new Encoder<>() {
            @Override
            public EmbeddingSpace space() {
                return AlignedClasses.this.space();
            }

            @Override
            public EmbeddingMatrix encodeAll(List<? extends String> texts) {
                List<Embedding> rows = new ArrayList<>(texts.size());
                for (String text : texts) {
                    rows.add(prototypes(List.of(ClassDescription.of(text)))
                            .vectors()
                            .row(0));
                }
                return EmbeddingMatrix.of(space(), rows);
            }

            @Override
            public void close() {}
        };
    }
}
