package io.github.zsl4j.hubness;

import io.github.zsl4j.align.closedform.ReferenceWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrected scores against NumPy. */
class HubCorrectionGoldenTest {

    private static void assertReference(String world, String name, HubCorrection correction) {
        ReferenceWorld reference = ReferenceWorld.read(world);
        double[][] corrected = correction.correct(reference.rows("scores"), reference.rows("bank"));
        reference.assertReference(name, corrected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void csls(String world) {
        assertReference(world, "csls", new Csls(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void invertedSoftmax(String world) {
        assertReference(world, "inverted", new InvertedSoftmax(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void querybankNormalisation(String world) {
        assertReference(world, "qbnorm", new QbNorm(20));
    }
}
