package io.github.zsl4j.bench;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.text.MiniLm;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.train.gradient.Seeds;
import io.github.zsl4j.train.picture.ConditionalGan;
import io.github.zsl4j.train.picture.ConditionalVae;
import io.github.zsl4j.train.picture.PictureExamples;
import io.github.zsl4j.train.picture.PictureGenerator;
import io.github.zsl4j.train.picture.PictureRun;
import io.github.zsl4j.train.picture.PictureTrainer;
import io.github.zsl4j.train.picture.shapes.Combination;
import io.github.zsl4j.train.picture.shapes.Judgement;
import io.github.zsl4j.train.picture.shapes.ShapeJudge;
import io.github.zsl4j.train.picture.shapes.ShapesData;
import io.github.zsl4j.train.picture.shapes.ShapesWorld;
import java.util.List;
import java.util.Locale;

/**
 * How often a generator draws what it has never seen: it is trained on drawings of 144 combinations of form, colour,
 * texture and size, asked for 20 pictures of each of the other 36, and a classifier that has been trained on real drawings
 * says what they show. The control is trained with the texts exchanged.
 */
public final class PictureGeneration {

    private static final int EACH = 20;

    private PictureGeneration() {}

    /** @param args {@code vae}, {@code gan} or {@code control} (the autoencoder with texts exchanged), and seeds */
    public static void main(String... args) {
        ShapeJudge judge = ShapeJudge.train(1000);
        for (String argument : List.of(args).subList(1, args.length)) {
            long seed = Long.parseLong(argument);
            ShapesData data = data(seed);
            List<Combination> heldOut = data.split().heldOut();
            show(seed, "real drawings", judge.judge(ShapesWorld.draw(heldOut, EACH, 2000 + seed), heldOut));
            PictureExamples examples = args[0].equals("control") ? exchanged(data.examples(), seed) : data.examples();
            long start = System.nanoTime();
            PictureGenerator generator = method(args[0], seed).fit(examples, run(data, judge));
            System.out.printf(Locale.ROOT, "seed %d: trained in %.0f s%n", seed, (System.nanoTime() - start) / 1e9);
            for (double temperature : new double[] {1, 0.7}) {
                String name = args[0] + " at a temperature of " + temperature;
                show(seed, name, data.judge(generator.withTemperature(temperature), judge, EACH, seed));
            }
        }
    }

    private static ShapesData data(long seed) {
        try (TextEncoder encoder = MiniLm.load(NetworkOptions.defaults(), 1)) {
            return ShapesData.of(encoder, seed);
        }
    }

    private static PictureTrainer method(String name, long seed) {
        return name.equals("gan") ? ConditionalGan.ofShapes(seed) : ConditionalVae.ofShapes(seed);
    }

    private static PictureRun run(ShapesData data, ShapeJudge judge) {
        return PictureRun.silent().withListener(progress -> {
            System.out.printf(
                    Locale.ROOT, "epoch %d: %s, spread %.2f%n", progress.epoch(), progress.losses(), progress.spread());
            show(progress.epoch(), "so far", data.judge(progress.generator(), judge, 2, 1));
        });
    }

    private static void show(long seed, String name, Judgement judgement) {
        System.out.printf(
                Locale.ROOT,
                "%d, %s: %.1f %% right (form, colour, texture, size: %s)%n",
                seed,
                name,
                100 * judgement.right(),
                judgement.attributes());
    }

    /** The same pictures with the texts of others. */
    private static PictureExamples exchanged(PictureExamples examples, long seed) {
        EmbeddingMatrix texts = examples.conditions();
        int[] labels = new int[examples.size()];
        int[] order = Seeds.shuffled(texts.rows(), Seeds.random(seed, 5));
        for (int i = 0; i < labels.length; i++) {
            labels[i] = order[examples.label(i)];
        }
        return examples.withLabels(labels);
    }
}
