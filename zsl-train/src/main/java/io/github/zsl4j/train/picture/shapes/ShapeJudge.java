package io.github.zsl4j.train.picture.shapes;

import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Schedule;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.TrainingLoop;
import io.github.zsl4j.train.picture.SmallPicture;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a picture of the world of shapes shows: a small convolutional classifier of all four attributes, trained on
 * drawings of all combinations and on nothing that was generated. Immutable and thread-safe.
 */
public final class ShapeJudge {

    private static final int DRAWINGS = 40;
    private static final int EPOCHS = 8;

    private final JudgeNetwork network;
    private final Trained trained;

    private ShapeJudge(JudgeNetwork network, Trained trained) {
        this.network = network;
        this.trained = trained;
    }

    /**
     * Trains a judge on 40 drawings of each combination; a quarter of a minute on one core.
     *
     * @throws io.github.zsl4j.error.ModelException if PyTorch is missing; the message names the dependencies
     */
    public static ShapeJudge train(long seed) {
        return train(DRAWINGS, EPOCHS, seed);
    }

    static ShapeJudge train(int drawings, int epochs, long seed) {
        TrainingOptions options = TrainingOptions.of(epochs)
                .withSeed(seed)
                .withOptimiser(Optimiser.adam(2e-3).withSchedule(Schedule.cosine()));
        List<Combination> all = Combination.all();
        JudgeNetwork network = new JudgeNetwork();
        JudgeTask task = new JudgeTask(network, ShapesWorld.draw(all, drawings, seed), repeated(all, drawings));
        return new ShapeJudge(network, new Trained(TrainingLoop.train(task, options, TrainingRun.silent())));
    }

    private static List<Combination> repeated(List<Combination> combinations, int each) {
        List<Combination> repeated = new ArrayList<>();
        for (Combination combination : combinations) {
            for (int i = 0; i < each; i++) {
                repeated.add(combination);
            }
        }
        return repeated;
    }

    /**
     * What a picture shows.
     *
     * @throws IllegalArgumentException if it is not 32 pixels wide and high
     */
    public Combination read(SmallPicture picture) {
        if (picture.side() != ShapesWorld.SIDE) {
            throw new IllegalArgumentException(
                    "The judge reads pictures of " + ShapesWorld.SIDE + " pixels, not " + picture.side());
        }
        return network.read(trained, picture);
    }

    /**
     * Compares pictures with what was asked for.
     *
     * @param pictures as many of each combination, those of one together; at least one
     * @param asked the combinations, in the same order
     */
    public Judgement judge(List<SmallPicture> pictures, List<Combination> asked) {
        if (pictures.isEmpty() || asked.isEmpty() || pictures.size() % asked.size() != 0) {
            throw new IllegalArgumentException(
                    pictures.size() + " pictures are not as many of each of " + asked.size() + " combinations");
        }
        int each = pictures.size() / asked.size();
        int right = 0;
        int[] single = new int[4];
        for (int i = 0; i < pictures.size(); i++) {
            Combination wanted = asked.get(i / each);
            Combination found = read(pictures.get(i));
            right += found.equals(wanted) ? 1 : 0;
            for (int a = 0; a < single.length; a++) {
                single[a] += found.values().get(a) == wanted.values().get(a) ? 1 : 0;
            }
        }
        double n = pictures.size();
        List<Double> parts =
                java.util.Arrays.stream(single).mapToObj(c -> c / n).toList();
        return new Judgement(pictures.size(), right / n, parts);
    }
}
