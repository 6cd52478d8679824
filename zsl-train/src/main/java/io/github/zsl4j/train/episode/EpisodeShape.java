package io.github.zsl4j.train.episode;

/**
 * How large episodes are.
 *
 * @param ways classes, at least 2
 * @param shots labelled pictures of each class, at least 0 (0 where classes are known by semantics)
 * @param queries pictures of each class that are to be classified, at least 1
 */
public record EpisodeShape(int ways, int shots, int queries) {

    /** @throws IllegalArgumentException if a number is too small */
    public EpisodeShape {
        if (ways < 2 || shots < 0 || queries < 1) {
            throw new IllegalArgumentException("An episode has at least 2 ways, 0 shots and 1 query a class, not "
                    + ways + ", " + shots + " and " + queries);
        }
    }

    /** How many pictures an episode has. */
    int pictures() {
        return Math.multiplyExact(ways, Math.addExact(shots, queries));
    }

    void requireShots() {
        if (shots < 1) {
            throw new IllegalArgumentException("To learn from examples, an episode has at least 1 shot, not " + shots);
        }
    }
}
