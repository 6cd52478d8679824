package io.github.zsl4j.prototype;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.explain.ClassReading;
import java.util.List;

/**
 * Turns descriptions of classes into prototypes: the class side of a joint model.
 *
 * <p>The classes are encoded as a list because a model may read a name in the light of the others. Thread-safe.
 */
public interface ClassEncoder {

    /** The space of the prototypes, shared with the image side. */
    EmbeddingSpace space();

    /**
     * @param classes at least one, with distinct labels
     * @return prototypes in the order of {@code classes}
     * @throws IllegalArgumentException if there is no class, two share a label, or one cannot be read
     */
    Prototypes prototypes(List<ClassDescription> classes);

    /**
     * What prototypes depend on besides the space and the classes, such as prompt templates: two encoders of one space and
     * one recipe give the same prototypes. Part of the key of whatever keeps prototypes.
     */
    default String recipe() {
        return getClass().getName();
    }

    /** How each class is understood, in the order of {@code classes}. */
    List<ClassReading> read(List<ClassDescription> classes);
}
