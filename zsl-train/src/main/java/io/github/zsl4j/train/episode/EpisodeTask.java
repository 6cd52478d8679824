package io.github.zsl4j.train.episode;

import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.Validation;
import io.github.zsl4j.train.Validation.HeldOut;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Seeds;
import io.github.zsl4j.train.gradient.Task;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What is learned from episodes. Classes that are held out are in none of them, and are measured with others. */
abstract class EpisodeTask implements Task {

    private static final int DIVISION = -2;
    private static final int MEASURED = 100;

    private final EpisodeMethod method;
    private final LabelledFeatures data;
    private final Set<Integer> heldOut;
    private final EpisodeSampler sampler;
    private final int items;

    /** @throws IllegalArgumentException if too few classes have enough pictures, or pictures are to be held out */
    EpisodeTask(EpisodeMethod method, LabelledFeatures data) {
        this.method = method;
        this.data = data;
        this.heldOut = heldOut();
        this.sampler = EpisodeSampler.of(data.labels(), method.shape(), c -> !heldOut.contains(c));
        long pictures =
                Arrays.stream(data.labels()).filter(c -> !heldOut.contains(c)).count();
        this.items = (int) Math.max(1, pictures / method.shape().pictures());
    }

    private Set<Integer> heldOut() {
        Validation validation = method.options().validation();
        if (validation.heldOut() == HeldOut.PICTURES) {
            throw new IllegalArgumentException("Methods that are trained with episodes hold out classes, not pictures");
        }
        int[] classes = Arrays.stream(data.labels()).distinct().toArray();
        int count = validation.heldOut() == HeldOut.NOTHING
                ? 0
                : (int) Math.max(method.shape().ways(), Math.round(validation.share() * classes.length));
        Random random = Seeds.random(method.options().seed(), DIVISION);
        return Arrays.stream(Seeds.shuffled(classes.length, random))
                .limit(count)
                .mapToObj(i -> classes[i])
                .collect(Collectors.toSet());
    }

    /** What parameters are worth. */
    abstract FewShotLearner learner(List<Parameter> parameters);

    final Episode sample(Random random) {
        return sampler.sample(random);
    }

    final LabelledFeatures data() {
        return data;
    }

    @Override
    public String identity() {
        return method + " " + data.digest();
    }

    /** As many episodes as the pictures are enough for. */
    @Override
    public int items() {
        return items;
    }

    @Override
    public OptionalDouble measure(List<Parameter> parameters) {
        if (heldOut.isEmpty()) {
            return OptionalDouble.empty();
        }
        TrainingOptions options = method.options();
        EpisodeSampler others = EpisodeSampler.of(data.labels(), method.shape(), heldOut::contains);
        return OptionalDouble.of(new FewShotEvaluation(method.shape(), MEASURED, options.seed())
                .evaluate(learner(parameters), data.features(), others)
                .mean());
    }
}
