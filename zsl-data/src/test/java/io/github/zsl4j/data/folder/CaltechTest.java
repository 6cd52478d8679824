package io.github.zsl4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.dataset.ZeroShotData.Examples;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.evaluate.ConfusionMatrix;
import io.github.zsl4j.evaluate.LabelledScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The real benchmark that is part of the repository; its README has the reference figures, made with NumPy. */
class CaltechTest {

    /** The figures have three digits, and a picture of a class of ten is 0.003 of a mean over 30 classes. */
    private static final double TOLERANCE = 1e-3;

    private static final ZeroShotData DATA = DataFolder.read(Path.of("..", "data", "caltech101"));

    private static double accuracy(
            SemanticAlignment alignment, ZeroShotData data, List<Integer> pictures, int... among) {
        int[] rows = pictures.stream().mapToInt(Integer::intValue).toArray();
        double[][] scores =
                alignment.scores(data.features().select(rows), data.semantics().select(among));
        int[] labels = Arrays.stream(rows)
                .map(row -> Arrays.binarySearch(among, data.label(row)))
                .toArray();
        return ConfusionMatrix.of(LabelledScores.of(scores, labels)).meanPerClassAccuracy();
    }

    private static SemanticAlignment fit(ZeroShotData data) {
        return new ScaledTrainer(new Ridge(1), Scaling.CENTRE_UNIT, Scaling.CENTRE, true).fit(data.trainval());
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

    @Test
    void givesTheReferenceFiguresOfRidge() {
        SemanticAlignment alignment = fit(DATA);
        int[] all = IntStream.range(0, 100).toArray();
        assertThat(accuracy(alignment, DATA, DATA.splits().testUnseen(), DATA.unseenClasses()))
                .isCloseTo(0.284, within(TOLERANCE));
        assertThat(accuracy(alignment, DATA, DATA.splits().testUnseen(), all)).isCloseTo(0, within(TOLERANCE));
        assertThat(accuracy(alignment, DATA, DATA.splits().testSeen(), all)).isCloseTo(0.909, within(TOLERANCE));
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
        assertThat(accuracy(fit(spoiled), spoiled, spoiled.splits().testUnseen(), spoiled.unseenClasses()))
                .isLessThan(0.1);
    }
}
