package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.generate.FeatureGenerator;
import io.github.zsl4j.generate.FinalClassifier;
import io.github.zsl4j.generate.GeneratedFeatures;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.generate.GeneratorTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link GeneratorTrainer} must do. Extend it, and give a trainer with options that suit {@link LinearWorld}:
 * features and semantics with components of about 1.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GeneratorTrainerContract {

    private static final LinearWorld WORLD = LinearWorld.of(24, 12, 1);
    private static final EmbeddingMatrix UNSEEN = WORLD.unseenSemantics();

    private GenerativeModel model;
    private ZeroShotScorer scorer;

    /** The trainer under test, the same at every call or an equal one. */
    protected abstract GeneratorTrainer trainer();

    /** The accuracy on unseen classes that a classifier of generated features must reach; chance is 0.1. */
    protected double unseenAccuracy() {
        return 0.9;
    }

    @BeforeAll
    void train() {
        model = trainer().fit(WORLD.seen());
        scorer = method(trainer()).fit(WORLD.seen());
    }

    private static GeneratedFeatures method(GeneratorTrainer trainer) {
        FinalClassifier classifier = new FinalClassifier(FinalClassifier.Kind.DISCRIMINANT, 30, 0.5, 1);
        return new GeneratedFeatures(trainer, Scaling.NONE, Scaling.NONE, classifier);
    }

    @Test
    void samplesAsManyAsAreAskedFor() {
        FeatureGenerator generator = model.generator();
        EmbeddingMatrix samples = generator.sample(UNSEEN, 7, 1);
        assertThat(samples.rows()).isEqualTo(7 * UNSEEN.rows());
        assertThat(samples.space()).isEqualTo(generator.featureSpace());
        assertThat(model.features().apply(WORLD.unseenPictures()).space()).isEqualTo(generator.featureSpace());
        assertThat(generator.semanticSpace()).isEqualTo(UNSEEN.space());
    }

    @Test
    void samplesAreThoseOfTheirSeed() {
        FeatureGenerator generator = model.generator();
        EmbeddingMatrix samples = generator.sample(UNSEEN, 5, 3);
        assertThat(generator.sample(UNSEEN, 5, 3)).isEqualTo(samples);
        assertThat(generator.sample(UNSEEN, 5, 4)).isNotEqualTo(samples);
    }

    @Test
    void samplesOfAClassDiffer() {
        EmbeddingMatrix samples = model.generator().sample(UNSEEN.select(0), 4, 1);
        assertThat(IntStream.range(0, 4).mapToObj(samples::row).distinct()).hasSize(4);
    }

    @Test
    void samplesOfAClassDoNotDependOnOthers() {
        FeatureGenerator generator = model.generator();
        EmbeddingMatrix all = generator.sample(UNSEEN, 4, 1);
        assertThat(generator.sample(UNSEEN.select(3), 4, 1)).isEqualTo(all.select(12, 13, 14, 15));
        assertThat(generator.sample(UNSEEN.select(3), 2, 1)).isEqualTo(all.select(12, 13));
        assertThat(generator.sample(UNSEEN.select(), 2, 1).rows()).isZero();
    }

    @Test
    void givesAnEqualGeneratorForEqualData() {
        assertThat(trainer().fit(WORLD.seen()).generator().sample(UNSEEN, 3, 1))
                .isEqualTo(model.generator().sample(UNSEEN, 3, 1));
    }

    @Test
    void refusesOtherSpaces() {
        EmbeddingMatrix other = EmbeddingMatrix.wrap(EmbeddingSpace.of("other", 12), new float[24]);
        assertThatThrownBy(() -> model.generator().sample(other, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.among(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scorer.scores(other, UNSEEN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToSampleNothing() {
        assertThatThrownBy(() -> model.generator().sample(UNSEEN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        TrainingSet seen = WORLD.seen();
        float[] features = seen.features().toArray();
        features[5] = Float.NaN;
        assertThatThrownBy(() -> trainer()
                        .fit(TrainingSet.of(
                                EmbeddingMatrix.wrap(seen.features().space(), features),
                                seen.labels(),
                                seen.semantics())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recognisesUnseenClasses() {
        assertThat(WORLD.accuracy(scorer, UNSEEN)).isGreaterThanOrEqualTo(unseenAccuracy());
    }

    /**
     * Negative control: with the semantics of unseen classes exchanged at random, what was right is right by chance only. A
     * random permutation of u classes keeps 1 in its place on average, with standard deviation 1.
     */
    @Test
    void isAtChanceIfSemanticsAreExchanged() {
        int rounds = 50;
        Random random = new Random(1);
        double mean = IntStream.range(0, rounds)
                .mapToDouble(round -> WORLD.accuracy(scorer, UNSEEN.select(permutation(random))))
                .average()
                .orElseThrow();
        int u = LinearWorld.UNSEEN;
        assertThat(mean).isCloseTo(1.0 / u, within(3 / (u * Math.sqrt(rounds))));
    }

    private static int[] permutation(Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, LinearWorld.UNSEEN).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Negative control: what is learned with exchanged semantics of seen classes says nothing about unseen ones. */
    @Test
    void learnsNothingFromExchangedSemantics() {
        TrainingSet seen = WORLD.seen();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, seen.classes()).boxed().toList());
        Collections.shuffle(order, new Random(2));
        int[] exchanged = order.stream().mapToInt(Integer::intValue).toArray();
        TrainingSet permuted =
                TrainingSet.of(seen.features(), seen.labels(), seen.semantics().select(exchanged));
        assertThat(WORLD.accuracy(method(trainer()).fit(permuted), UNSEEN)).isLessThan(0.4);
    }

    @Test
    void scoresSeenAndUnseenClassesTogether() {
        TrainingSet seen = WORLD.seen();
        EmbeddingMatrix all = seen.semantics().concat(UNSEEN);
        double[][] scores = scorer.scores(seen.features(), all);
        long right = IntStream.range(0, scores.length)
                .filter(i -> scores[i][seen.label(i)]
                        >= Arrays.stream(scores[i]).max().orElseThrow())
                .count();
        assertThat(right).isGreaterThan(scores.length * 9L / 10);
    }

    @Test
    void tellsHowTrainingGoes() {
        List<String> parts = new ArrayList<>();
        trainer()
                .during((epoch, epochs, losses) -> parts.addAll(losses.keySet()))
                .fit(WORLD.seen(5));
        assertThat(parts).contains("spread");
    }
}
