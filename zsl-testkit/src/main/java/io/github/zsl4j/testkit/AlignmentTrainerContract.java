package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AlignmentTrainer} must do. Extend it, and give a trainer with options that suit {@link #world}: features
 * and semantics with components of about 1, not scaled to unit length.
 */
public abstract class AlignmentTrainerContract {

    private static final List<Class<? extends Alignment>> STORABLE = List.of(
            IdentityAlignment.class,
            LinearAlignment.class,
            ScalingAlignment.class,
            FunctionAlignment.class,
            KernelAlignment.class,
            TopAlignment.class);

    /** The trainer under test, the same at every call or an equal one. */
    protected abstract AlignmentTrainer trainer();

    /** What is learned from; override it for a method that needs features and semantics of one dimension. */
    protected LinearWorld world() {
        return LinearWorld.of(24, 12, 1);
    }

    /** The accuracy on unseen classes that the method must reach in its {@link #world}; chance is 0.1. */
    protected double unseenAccuracy() {
        return 0.95;
    }

    /** How far scores may move, as part of the range of all scores, when the classes are renumbered. */
    protected double orderTolerance() {
        return 1e-4;
    }

    private static double[][] scores(SemanticAlignment fitted, LinearWorld world) {
        return fitted.scores(world.unseenPictures(), world.unseenSemantics());
    }

    private static void assertFinite(double[][] scores) {
        assertThat(Arrays.stream(scores).flatMapToDouble(Arrays::stream)).allMatch(s -> Double.isFinite(s));
    }

    @Test
    void givesAFiniteScoreForEachPictureAndClass() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        double[][] scores = scores(fitted, world());
        assertThat(scores)
                .hasDimensions(
                        world().unseenPictures().rows(),
                        world().unseenSemantics().rows());
        assertFinite(scores);
    }

    @Test
    void mapsFromTheSpacesThatWereTrainedWith() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        assertThat(fitted.featureSpace()).isEqualTo(world().unseenPictures().space());
        assertThat(fitted.semanticSpace()).isEqualTo(world().unseenSemantics().space());
    }

    @Test
    void isMadeOfMapsThatCanBeStored() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        assertStorable(fitted.features());
        fitted.semantics().forEach(AlignmentTrainerContract::assertStorable);
    }

    private static void assertStorable(Alignment map) {
        if (map instanceof AlignmentChain chain) {
            chain.parts().forEach(AlignmentTrainerContract::assertStorable);
        } else {
            assertThat(map).isInstanceOfAny(STORABLE.toArray(Class<?>[]::new));
        }
    }

    @Test
    void recognisesUnseenClasses() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        assertThat(world().accuracy(fitted, world().unseenSemantics())).isGreaterThanOrEqualTo(unseenAccuracy());
    }

    /**
     * Negative control: with the semantics of unseen classes exchanged at random, what was right is right by chance only. A
     * random permutation of u classes keeps 1 in its place on average, with standard deviation 1.
     */
    @Test
    void isAtChanceIfSemanticsAreExchanged() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        int u = LinearWorld.UNSEEN;
        int rounds = 50;
        Random random = new Random(1);
        double mean = IntStream.range(0, rounds)
                .mapToDouble(round -> {
                    int[] exchanged = permutation(u, random);
                    return world().accuracy(fitted, world().unseenSemantics().select(exchanged));
                })
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1.0 / u, within(3 / (u * Math.sqrt(rounds))));
    }

    private static int[] permutation(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void givesEqualScoresForEqualData() {
        double[][] expected = scores(trainer().fit(world().seen()), world());
        assertThat(scores(trainer().fit(world().seen()), world())).isDeepEqualTo(expected);
    }

    @Test
    void fitsInSeveralThreadsAtOnce() {
        AlignmentTrainer trainer = trainer();
        TrainingSet examples = world().seen();
        double[][] expected = scores(trainer.fit(world().seen()), world());
        IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> scores(trainer.fit(examples), world()))
                .forEachOrdered(scores -> assertThat(scores).isDeepEqualTo(expected));
    }

    @Test
    void doesNotDependOnTheOrderOfTheClasses() {
        TrainingSet seen = world().seen();
        int c = seen.classes();
        int[] backwards = IntStream.range(0, c).map(i -> c - 1 - i).toArray();
        int[] labels = Arrays.stream(seen.labels()).map(y -> c - 1 - y).toArray();
        TrainingSet renumbered =
                TrainingSet.of(seen.features(), labels, seen.semantics().select(backwards));
        double[][] expected = scores(trainer().fit(seen), world());
        double tolerance = orderTolerance() * range(expected);
        double[][] scores = scores(trainer().fit(renumbered), world());
        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[i]).as("picture " + i).containsExactly(expected[i], within(tolerance));
        }
    }

    private static double range(double[][] scores) {
        DoubleSummaryStatistics all =
                Arrays.stream(scores).flatMapToDouble(Arrays::stream).summaryStatistics();
        return all.getMax() - all.getMin();
    }

    @Test
    void scoresAPictureAndAClassAloneAsAmongOthers() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        double[][] all = scores(fitted, world());
        double[][] alone = fitted.scores(
                world().unseenPictures().select(7), world().unseenSemantics().select(3));
        assertThat(alone[0][0]).isEqualTo(all[7][3]);
    }

    @Test
    void neverFailsForMoreSeenClasses() {
        for (int classes : new int[] {2, 3, 11, 12, 13, 25, LinearWorld.SEEN}) {
            assertFinite(scores(trainer().fit(world().seen(classes)), world()));
        }
    }

    @Test
    void takesASinglePictureOfEachClass() {
        TrainingSet seen = world().seen();
        int[] labels = IntStream.range(0, seen.classes()).toArray();
        int[] rows = Arrays.stream(labels).map(y -> y * LinearWorld.PICTURES).toArray();
        TrainingSet single = TrainingSet.of(seen.features().select(rows), labels, seen.semantics());
        assertFinite(scores(trainer().fit(single), world()));
    }

    /** A dead unit of a network, or an attribute that all seen classes have. */
    @Test
    void copesWithComponentsThatAreConstant() {
        TrainingSet seen = world().seen();
        TrainingSet dull = TrainingSet.of(constant(seen.features(), 0), seen.labels(), constant(seen.semantics(), 1));
        assertFinite(scores(trainer().fit(dull), world()));
    }

    private static EmbeddingMatrix constant(EmbeddingMatrix vectors, float value) {
        float[] values = vectors.toArray();
        for (int i = 0; i < values.length; i += vectors.dimension()) {
            values[i] = value;
        }
        return EmbeddingMatrix.wrap(vectors.space(), values);
    }

    @Test
    void takesScaledData() {
        for (Scaling scaling : List.of(Scaling.UNIT, Scaling.STANDARDISE, Scaling.CENTRE_UNIT)) {
            AlignmentTrainer scaled = new ScaledTrainer(trainer(), scaling, scaling, true);
            assertFinite(scores(scaled.fit(world().seen()), world()));
        }
    }

    private void assertRefused(float[] features, int[] labels, float[] semantics) {
        TrainingSet seen = world().seen();
        assertThatThrownBy(() -> trainer()
                        .fit(
                                EmbeddingMatrix.wrap(seen.features().space(), features),
                                labels,
                                EmbeddingMatrix.wrap(seen.semantics().space(), semantics)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).{20,}");
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        TrainingSet seen = world().seen();
        float[] features = seen.features().toArray();
        features[5] = Float.NaN;
        assertRefused(features, seen.labels(), seen.semantics().toArray());
        float[] semantics = seen.semantics().toArray();
        semantics[5] = Float.POSITIVE_INFINITY;
        assertRefused(seen.features().toArray(), seen.labels(), semantics);
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        TrainingSet seen = world().seen();
        float[] features = seen.features().toArray();
        float[] semantics = seen.semantics().toArray();
        assertRefused(features, Arrays.copyOf(seen.labels(), seen.size() - 1), semantics);
        int[] unknown = seen.labels();
        unknown[0] = seen.classes();
        assertRefused(features, unknown, semantics);
        int[] withoutLast = seen.labels();
        Arrays.setAll(withoutLast, i -> Math.min(withoutLast[i], seen.classes() - 2));
        assertRefused(features, withoutLast, semantics);
    }

    @Test
    void refusesPicturesOrClassesThatAreAllAlike() {
        TrainingSet seen = world().seen();
        float[] features = seen.features().toArray();
        float[] semantics = seen.semantics().toArray();
        assertRefused(new float[features.length], seen.labels(), semantics);
        assertRefused(features, seen.labels(), new float[semantics.length]);
    }

    @Test
    void refusesToScoreVectorsOfOtherSpaces() {
        SemanticAlignment fitted = trainer().fit(world().seen());
        EmbeddingMatrix other = EmbeddingMatrix.wrap(EmbeddingSpace.of("other", 7), new float[14]);
        assertThatThrownBy(() -> fitted.scores(other, world().unseenSemantics()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fitted.scores(world().unseenPictures(), other))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
