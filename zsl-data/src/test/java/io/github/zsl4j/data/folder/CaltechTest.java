package io.github.zsl4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.closedform.Eszsl;
import io.github.zsl4j.align.closedform.KernelEszsl;
import io.github.zsl4j.align.closedform.KernelRidge;
import io.github.zsl4j.align.closedform.ReverseRidge;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.protocol.Fold;
import io.github.zsl4j.protocol.Judgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real benchmark that is part of the repository; its README has the reference figures, made with NumPy. */
class CaltechTest {

    /** The figures have three digits, and a picture of a class of ten is 0.003 of a mean over 30 classes. */
    private static final double TOLERANCE = 1e-3;

    private static final ZeroShotData DATA = DataFolder.read(Path.of("..", "data", "caltech101"));
    private static final Fold TEST = Fold.test(DATA);

    private static AlignmentTrainer scaled(AlignmentTrainer trainer) {
        return new ScaledTrainer(trainer, Scaling.CENTRE_UNIT, Scaling.CENTRE, true);
    }

    private static Kernel cosine(double width) {
        return new Kernel(Kernel.Kind.COSINE, width);
    }

    @Test
    void hasTheCountsOfItsReadme() {
        assertThat(DATA.features().rows()).isEqualTo(3929);
        assertThat(DATA.features().dimension()).isEqualTo(1280);
        assertThat(DATA.semantics().rows()).isEqualTo(100);
        assertThat(DATA.semantics().dimension()).isEqualTo(384);
        assertThat(DATA.splits().trainval()).hasSize(1916);
        assertThat(DATA.splits().testSeen()).hasSize(830);
        assertThat(DATA.splits().testUnseen()).hasSize(1183);
        assertThat(DATA.seenClasses()).hasSize(70);
        assertThat(DATA.unseenClasses()).hasSize(30);
        assertThat(DATA.validationClasses()).hasSize(20);
        assertThat(DATA.classes()).startsWith("human face", "leopard", "motorbike");
    }

    /** Method, T1, u, s, best H over the constant, AUSUC. */
    static Stream<Arguments> figures() {
        return Stream.of(
                arguments(new Ridge(1), new double[] {.284, .000, .909, .362, .229}),
                arguments(new ReverseRidge(1), new double[] {.288, .023, .890, .380, .216}),
                arguments(new Eszsl(1, 1), new double[] {.276, .001, .909, .368, .231}),
                arguments(new Eszsl(10, 1), new double[] {.303, .000, .901, .393, .254}),
                arguments(new Eszsl(100, 1), new double[] {.311, .001, .881, .404, .257}),
                arguments(new KernelRidge(cosine(0.2), 0.1), new double[] {.341, .100, .897, .408, .182}));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void givesTheReferenceFigures(AlignmentTrainer trainer, double[] figures) {
        Judgement judgement = TEST.judge(scaled(trainer));
        assertThat(judgement.unseenAccuracy()).isCloseTo(figures[0], within(TOLERANCE));
        assertThat(judgement.accuracy(0).unseen()).isCloseTo(figures[1], within(TOLERANCE));
        assertThat(judgement.accuracy(0).seen()).isCloseTo(figures[2], within(TOLERANCE));
        // The README's is the best of a grid of constants, this one of all.
        assertThat(judgement.curve().best().accuracy().harmonicMean())
                .isBetween(figures[3] - TOLERANCE, figures[3] + 2 * TOLERANCE);
        assertThat(areaFromZero(judgement)).isCloseTo(figures[4], within(TOLERANCE));
    }

    /** The README's area leaves out negative constants, under which there is the rectangle u s. */
    private static double areaFromZero(Judgement judgement) {
        return judgement.curve().area()
                - judgement.accuracy(0).unseen() * judgement.accuracy(0).seen();
    }

    /** The library's best method; NumPy has .377 and an oracle H of .453. */
    @Test
    void kernelsGiveTheBestFigures() {
        KernelEszsl.Side features = new KernelEszsl.Side(cosine(0.3), 0.3);
        Judgement judgement = TEST.judge(scaled(new KernelEszsl(features, new KernelEszsl.Side(cosine(0.2), 0.1))));
        assertThat(judgement.unseenAccuracy()).isCloseTo(0.377, within(TOLERANCE));
        assertThat(judgement.curve().best().accuracy().harmonicMean()).isCloseTo(0.453, within(TOLERANCE));
    }

    /** The control: with the semantics of other classes, unseen ones are recognised by chance, 1 in 30. */
    @Test
    void recognisesNothingUnseenWithShuffledSemantics() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        Collections.shuffle(order, new Random(3));
        EmbeddingMatrix shuffled = DATA.semantics()
                .select(order.stream().mapToInt(Integer::intValue).toArray());
        int[] labels = IntStream.range(0, 3929).map(DATA::label).toArray();
        ZeroShotData spoiled =
                ZeroShotData.of(new Examples(DATA.features(), labels, shuffled, DATA.classes()), DATA.splits());
        assertThat(Fold.test(spoiled).judge(scaled(new Ridge(1))).unseenAccuracy())
                .isLessThan(0.1);
    }
}
