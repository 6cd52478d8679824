package io.github.zsl4j.data.pictures;

import io.github.zsl4j.dataset.Splits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Splits pictures by their classes: all pictures of an unseen class are for testing; of every seen class a share is, chosen
 * by chance, and the rest for training.
 *
 * @param unseen the names of the unseen classes, at least one
 * @param validation seen classes that stand in for unseen ones when options are chosen; may be empty
 * @param testShare the share of each seen class's pictures that is for testing, from 0 to below 1; at least one picture of
 *     each class is for training
 * @param seed of the choice
 */
public record ClassSplit(List<String> unseen, List<String> validation, double testShare, long seed) {

    /** @throws IllegalArgumentException if no class is unseen, or the share is not from 0 to below 1 */
    public ClassSplit {
        unseen = List.copyOf(unseen);
        validation = List.copyOf(validation);
        if (unseen.isEmpty()) {
            throw new IllegalArgumentException("At least one class is unseen");
        }
        if (!(testShare >= 0 && testShare < 1)) {
            throw new IllegalArgumentException("testShare must be from 0 to below 1, not " + testShare);
        }
    }

    /** @throws IllegalArgumentException if an unseen class is none of the classes */
    Splits of(int[] labels, List<String> classes) {
        for (String name : unseen) {
            if (!classes.contains(name)) {
                throw new IllegalArgumentException("The unseen class '" + name + "' is none of " + classes);
            }
        }
        List<Integer> training = new ArrayList<>();
        List<Integer> testSeen = new ArrayList<>();
        List<Integer> testUnseen = new ArrayList<>();
        Random random = new Random(seed);
        for (int c = 0; c < classes.size(); c++) {
            List<Integer> rows = rows(labels, c);
            if (unseen.contains(classes.get(c))) {
                testUnseen.addAll(rows);
            } else {
                Collections.shuffle(rows, random);
                int tests = (int) Math.min(Math.round(testShare * rows.size()), Math.max(0, rows.size() - 1));
                testSeen.addAll(rows.subList(0, tests));
                training.addAll(rows.subList(tests, rows.size()));
            }
        }
        return new Splits(sorted(training), sorted(testSeen), sorted(testUnseen), validation);
    }

    private static List<Integer> rows(int[] labels, int label) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Integer> sorted(List<Integer> rows) {
        return rows.stream().sorted().toList();
    }
}
