package io.github.zsl4j.bench;

import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.protocol.Fold;
import io.github.zsl4j.protocol.Judgement;
import io.github.zsl4j.protocol.Methods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether generated features owe their accuracy to the semantics: each method as it is, and with the semantics of all classes
 * shuffled, which must bring unseen classes down to chance. One line a method and seed.
 */
public final class GenerationAblation {

    private GenerationAblation() {}

    /** @param args the benchmark's folder, names of methods separated by commas, and seeds */
    public static void main(String... args) {
        ZeroShotData data = DataFolder.read(Path.of(args[0]));
        System.out.printf("chance %.3f%n", 1.0 / data.unseenClasses().length);
        for (String seed : List.of(args).subList(2, args.length)) {
            for (String name : args[1].split(",")) {
                report(name, Long.parseLong(seed), data);
            }
        }
    }

    private static void report(String name, long seed, ZeroShotData data) {
        Judgement plain = judge(name, seed, data);
        Judgement shuffled = judge(name, seed, shuffled(data, seed));
        System.out.printf(
                Locale.ROOT,
                "%s, seed %d: T1 %.3f, best H %.3f; shuffled semantics: T1 %.3f, best H %.3f%n",
                name,
                seed,
                plain.unseenAccuracy(),
                plain.curve().best().accuracy().harmonicMean(),
                shuffled.unseenAccuracy(),
                shuffled.curve().best().accuracy().harmonicMean());
    }

    private static Judgement judge(String name, long seed, ZeroShotData data) {
        return Fold.test(data).judge(Methods.named(name, seed).candidates().get(0));
    }

    private static ZeroShotData shuffled(ZeroShotData data, long seed) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, data.semantics().rows()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        EmbeddingMatrix semantics = data.semantics()
                .select(order.stream().mapToInt(Integer::intValue).toArray());
        int[] labels =
                IntStream.range(0, data.features().rows()).map(data::label).toArray();
        return ZeroShotData.of(
                new ZeroShotData.Examples(data.features(), labels, semantics, data.classes()), data.splits());
    }
}
