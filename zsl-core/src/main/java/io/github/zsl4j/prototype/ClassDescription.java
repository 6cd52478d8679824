package io.github.zsl4j.prototype;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A class as a person describes it.
 *
 * @param label the name that rankings show; not blank
 * @param texts further descriptions, none blank; empty when the label says it all
 */
public record ClassDescription(String label, List<String> texts) {

    /** @throws IllegalArgumentException if the label or a text is blank */
    public ClassDescription {
        Objects.requireNonNull(label, "label");
        texts = List.copyOf(texts);
        if (label.isBlank()) {
            throw new IllegalArgumentException("A label must not be blank");
        }
        for (String text : texts) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("A description of '" + label + "' is blank");
            }
        }
    }

    public static ClassDescription of(String label, String... texts) {
        return new ClassDescription(label, List.of(texts));
    }

    /** One class per label, without further descriptions. */
    public static List<ClassDescription> ofLabels(String... labels) {
        return Arrays.stream(labels).map(ClassDescription::of).toList();
    }

    /** @throws IllegalArgumentException if there is no class, or two share a label */
    public static void requireDistinct(List<ClassDescription> classes) {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("At least one label is needed");
        }
        Set<String> seen = new HashSet<>();
        for (ClassDescription c : classes) {
            if (!seen.add(c.label())) {
                throw new IllegalArgumentException("The label '" + c.label() + "' is given twice");
            }
        }
    }
}
