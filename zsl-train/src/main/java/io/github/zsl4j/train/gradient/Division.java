package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.train.Validation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Training data, and what is held out of it. Classes are numbered in the order in which pictures of them come, so that the
 * order in which a caller lists the classes changes nothing.
 *
 * @param training what is trained with
 * @param heldOut empty if nothing is
 */
record Division(TrainingSet training, Optional<HeldOutData> heldOut) {

    /** @throws IllegalArgumentException if too few classes or pictures are left to train with */
    static Division of(TrainingSet examples, Validation validation, Random random) {
        TrainingSet all = part(examples, everything(examples));
        return switch (validation.heldOut()) {
            case NOTHING -> new Division(all, Optional.empty());
            case PICTURES -> pictures(all, validation.share(), random);
            case CLASSES -> classes(all, validation.share(), random);
        };
    }

    private static Division pictures(TrainingSet all, double share, Random random) {
        int[] left = new int[all.classes()];
        for (int c = 0; c < left.length; c++) {
            int most = all.count(c) - 1;
            left[c] = (int) Math.min(most, Math.max(1, Math.round(share * all.count(c))));
        }
        boolean[] held = new boolean[all.size()];
        for (int row : Seeds.shuffled(held.length, random)) {
            held[row] = left[all.label(row)]-- > 0;
        }
        int[] out = rows(held, true);
        if (out.length == 0) {
            throw new IllegalArgumentException("Pictures are held out of classes with at least 2, and there are none");
        }
        return new Division(part(all, rows(held, false)), Optional.of(HeldOutData.of(all, out)));
    }

    private static Division classes(TrainingSet all, double share, Random random) {
        int count = (int) Math.max(2, Math.round(share * all.classes()));
        if (all.classes() - count < 2) {
            throw new IllegalArgumentException("Of " + all.classes() + " classes " + count
                    + " would be held out, but at least 2 are needed to train with; hold out pictures instead");
        }
        boolean[] chosen = new boolean[all.classes()];
        Arrays.stream(Seeds.shuffled(chosen.length, random)).limit(count).forEach(c -> chosen[c] = true);
        boolean[] held = new boolean[all.size()];
        for (int row = 0; row < held.length; row++) {
            held[row] = chosen[all.label(row)];
        }
        TrainingSet kept = part(all, rows(held, true));
        return new Division(part(all, rows(held, false)), Optional.of(HeldOutData.of(kept, everything(kept))));
    }

    private static int[] everything(TrainingSet set) {
        return IntStream.range(0, set.size()).toArray();
    }

    private static int[] rows(boolean[] held, boolean which) {
        return IntStream.range(0, held.length).filter(row -> held[row] == which).toArray();
    }

    /** Some pictures, ascending, and the classes that occur among them, numbered as they come. */
    private static TrainingSet part(TrainingSet examples, int[] rows) {
        int[] classes = Arrays.stream(rows).map(examples::label).distinct().toArray();
        int[] number = new int[examples.classes()];
        for (int i = 0; i < classes.length; i++) {
            number[classes[i]] = i;
        }
        int[] labels =
                Arrays.stream(rows).map(row -> number[examples.label(row)]).toArray();
        EmbeddingMatrix features = rows.length == examples.size()
                ? examples.features()
                : examples.features().select(rows);
        return TrainingSet.of(features, labels, examples.semantics().select(classes));
    }
}
