package io.github.zsl4j.classify;

import java.util.stream.IntStream;

/** Which of a list of classes were trained with; at least one was, and at least one was not. */
final class SeenClasses {

    private final boolean[] seen;

    SeenClasses(boolean[] seen) {
        this.seen = seen.clone();
        if (indices(true).findAny().isEmpty() || indices(false).findAny().isEmpty()) {
            throw new IllegalArgumentException("Seen and unseen classes are needed; one side has none");
        }
    }

    IntStream indices(boolean wanted) {
        return IntStream.range(0, seen.length).filter(c -> seen[c] == wanted);
    }

    double best(double[] scores, boolean among) {
        return indices(among).mapToDouble(c -> scores[c]).max().orElseThrow();
    }

    void requireMatching(double[] scores) {
        if (scores.length != seen.length) {
            throw new IllegalArgumentException(scores.length + " scores, but " + seen.length + " classes are expected");
        }
    }

    @Override
    public String toString() {
        return indices(true).count() + " of " + seen.length + " classes";
    }
}
