package io.github.zsl4j.dataset;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classes that an alignment can tell apart. Immutable.
 *
 * @param names of the c classes, distinct
 * @param semantics [c, a]
 * @param seen the names of those that were trained with
 */
public record ClassTable(List<String> names, EmbeddingMatrix semantics, Set<String> seen) {

    /** @throws IllegalArgumentException if numbers differ, a name is given twice, or a seen class is none of the names */
    public ClassTable {
        names = List.copyOf(names);
        seen = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(seen));
        Objects.requireNonNull(semantics, "semantics");
        if (names.size() != semantics.rows()) {
            throw new IllegalArgumentException(names.size() + " names, but " + semantics.rows() + " rows of semantics");
        }
        Set<String> distinct = new HashSet<>(names);
        if (distinct.size() != names.size()) {
            throw new IllegalArgumentException("A class is named twice");
        }
        for (String name : seen) {
            if (!distinct.contains(name)) {
                throw new IllegalArgumentException("The seen class '" + name + "' is not one of the classes");
            }
        }
    }

    /** All classes of a benchmark; those of {@code trainval} are seen. */
    public static ClassTable of(ZeroShotData data) {
        Set<String> seen = Arrays.stream(data.seenClasses())
                .mapToObj(c -> data.classes().get(c))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ClassTable(data.classes(), data.semantics(), seen);
    }

    /** Whether the class at a position was trained with. */
    public boolean isSeen(int index) {
        return seen.contains(names.get(index));
    }
}
