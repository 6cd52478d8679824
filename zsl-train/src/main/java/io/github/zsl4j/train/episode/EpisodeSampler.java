package io.github.zsl4j.train.episode;

import io.github.zsl4j.train.gradient.Seeds;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Draws episodes: classes without replacement among those with enough pictures, then pictures of each without replacement.
 * Immutable and thread-safe.
 */
public final class EpisodeSampler {

    private final EpisodeShape shape;
    private final int[][] rows;
    private final int[] classes;

    private EpisodeSampler(EpisodeShape shape, int[][] rows, int[] classes) {
        this.shape = shape;
        this.rows = rows;
        this.classes = classes;
    }

    /**
     * @param labels the class of each picture, at least 0
     * @throws IllegalArgumentException if fewer than {@code ways} classes have shots + queries pictures
     */
    public static EpisodeSampler of(int[] labels, EpisodeShape shape) {
        return of(labels, shape, c -> true);
    }

    /** Draws only classes that {@code chosen} is true for. */
    static EpisodeSampler of(int[] labels, EpisodeShape shape, IntPredicate chosen) {
        int[] classes = Arrays.stream(labels).distinct().filter(chosen).sorted().toArray();
        int needed = shape.shots() + shape.queries();
        int[][] rows = Arrays.stream(classes)
                .mapToObj(c -> IntStream.range(0, labels.length)
                        .filter(row -> labels[row] == c)
                        .toArray())
                .filter(of -> of.length >= needed)
                .toArray(int[][]::new);
        if (rows.length < shape.ways()) {
            throw new IllegalArgumentException("Episodes of " + shape.ways() + " ways need as many classes with "
                    + needed + " pictures (shots and queries); there are " + rows.length);
        }
        int[] eligible = Arrays.stream(rows).mapToInt(of -> labels[of[0]]).toArray();
        return new EpisodeSampler(shape, rows, eligible);
    }

    /** The next episode that {@code random} gives. */
    public Episode sample(Random random) {
        int[] chosen = Arrays.copyOf(Seeds.shuffled(rows.length, random), shape.ways());
        int[] support = new int[shape.ways() * shape.shots()];
        int[] queries = new int[shape.ways() * shape.queries()];
        for (int way = 0; way < chosen.length; way++) {
            int[] of = rows[chosen[way]];
            int[] order = Seeds.shuffled(of.length, random);
            for (int i = 0; i < shape.shots(); i++) {
                support[way * shape.shots() + i] = of[order[i]];
            }
            for (int i = 0; i < shape.queries(); i++) {
                queries[way * shape.queries() + i] = of[order[shape.shots() + i]];
            }
        }
        int[] names = Arrays.stream(chosen).map(i -> classes[i]).toArray();
        return new Episode(names, support, ways(shape.shots()), queries, ways(shape.queries()));
    }

    private int[] ways(int each) {
        return IntStream.range(0, shape.ways() * each).map(i -> i / each).toArray();
    }
}
