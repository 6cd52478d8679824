package io.github.zsl4j.protocol;

import io.github.zsl4j.dataset.ZeroShotData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rehearsals of the test among the seen classes: some stand in for unseen ones, and a share of the pictures of the others
 * is held out.
 */
final class ValidationFolds {

    private final ZeroShotData data;
    private final Random random;
    private final int held;

    private ValidationFolds(ZeroShotData data, long seed, int held) {
        this.data = data;
        this.random = new Random(seed);
        this.held = held;
    }

    /**
     * @param count of folds; the first holds out the data's own validation classes where it has such, the others as many
     *     seen classes drawn by chance
     * @throws IllegalArgumentException if there are fewer than 4 seen classes
     */
    static List<Fold> of(ZeroShotData data, int count, long seed) {
        int seen = data.seenClasses().length;
        if (seen < 4) {
            throw new IllegalArgumentException(
                    "Options are chosen on classes held out from the seen ones, of which at least 4 are needed, not "
                            + seen);
        }
        int own = data.validationClasses().length;
        int alike = Math.round((float) seen * data.unseenClasses().length / (seen + data.unseenClasses().length));
        ValidationFolds folds = new ValidationFolds(data, seed, Math.max(2, Math.min(seen - 2, own > 0 ? own : alike)));
        return IntStream.range(0, count)
                .mapToObj(i -> folds.fold(i == 0 && own > 0 ? data.validationClasses() : folds.draw()))
                .toList();
    }

    private int[] draw() {
        List<Integer> classes =
                new ArrayList<>(Arrays.stream(data.seenClasses()).boxed().toList());
        Collections.shuffle(classes, random);
        return classes.subList(0, held).stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private Fold fold(int[] unseen) {
        List<Integer> train = new ArrayList<>();
        List<Integer> judge = new ArrayList<>();
        data.splits().trainval().stream()
                .collect(Collectors.groupingBy(data::label))
                .forEach((label, rows) -> {
                    if (Arrays.binarySearch(unseen, label) >= 0) {
                        judge.addAll(rows);
                    } else {
                        List<Integer> shuffled = new ArrayList<>(rows);
                        Collections.shuffle(shuffled, random);
                        int out = Math.min(rows.size() - 1, (int) Math.round(share() * rows.size()));
                        judge.addAll(shuffled.subList(0, out));
                        train.addAll(shuffled.subList(out, rows.size()));
                    }
                });
        return Fold.of(data, array(train), array(judge));
    }

    /** As large a share of seen classes' pictures as the data itself keeps for testing, or a fifth. */
    private double share() {
        double test = data.splits().testSeen().size();
        double all = test + data.splits().trainval().size();
        return test == 0 ? 0.2 : Math.min(0.5, test / all);
    }

    private static int[] array(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
