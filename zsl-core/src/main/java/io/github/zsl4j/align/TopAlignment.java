package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.Arrays;

/**
 * Keeps the largest components of a vector and sets the others to zero; of equal ones the first. What is kept is divided
 * by its sum if that is positive, so that probabilities stay such. Immutable and thread-safe.
 */
public final class TopAlignment extends RowMap {

    private final int count;

    private TopAlignment(EmbeddingSpace source, EmbeddingSpace target, int count) {
        super(source, target);
        this.count = count;
    }

    /** @param count how many components are kept, at least 1; all if there are fewer */
    public static TopAlignment of(EmbeddingSpace source, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one component is kept, not " + count);
        }
        String name = "top " + count + " of ";
        EmbeddingSpace target = new EmbeddingSpace(name + source.name(), source.dimension(), name + source.identity());
        return new TopAlignment(source, target, count);
    }

    /** How many components are kept. */
    public int count() {
        return count;
    }

    @Override
    double[] map(double[] row) {
        double[] sorted = row.clone();
        Arrays.sort(sorted);
        int wanted = Math.min(count, row.length);
        double threshold = sorted[row.length - wanted];
        int ties = wanted - (int) Arrays.stream(row).filter(x -> x > threshold).count();
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            boolean kept = row[j] > threshold || row[j] == threshold && ties-- > 0;
            row[j] = kept ? row[j] : 0;
            sum += row[j];
        }
        for (int j = 0; j < row.length && sum > 0; j++) {
            row[j] /= sum;
        }
        return row;
    }

    @Override
    public String toString() {
        return "Top " + count + " of " + source();
    }
}
