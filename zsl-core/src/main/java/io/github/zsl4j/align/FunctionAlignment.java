package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Objects;

/** A {@link RowFunction} as a map between spaces of one dimension. Immutable and thread-safe. */
public final class FunctionAlignment extends RowMap {

    private final RowFunction function;

    private FunctionAlignment(EmbeddingSpace source, EmbeddingSpace target, RowFunction function) {
        super(source, target);
        this.function = Objects.requireNonNull(function, "function");
    }

    /** The function as a map from {@code source} into a space of its own. */
    public static FunctionAlignment of(EmbeddingSpace source, RowFunction function) {
        String name = function.name().toLowerCase(java.util.Locale.ROOT);
        EmbeddingSpace target =
                new EmbeddingSpace(name + " of " + source.name(), source.dimension(), name + " " + source.identity());
        return of(source, target, function);
    }

    /** @throws IllegalArgumentException if the dimensions differ */
    public static FunctionAlignment of(EmbeddingSpace source, EmbeddingSpace target, RowFunction function) {
        if (source.dimension() != target.dimension()) {
            throw new IllegalArgumentException("A function of components keeps the dimension; " + source + " and "
                    + target + " have different ones");
        }
        return new FunctionAlignment(source, target, function);
    }

    public RowFunction function() {
        return function;
    }

    @Override
    double[] map(double[] row) {
        function.apply(row);
        return row;
    }

    @Override
    public String toString() {
        return function + " of " + source();
    }
}
