package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Negative controls: each broken alignment fails the part of the contract that it breaks. */
class AlignmentContractTest {

    private static final EmbeddingSpace TO = SpoiledAlignment.TO;
    private static final Alignment GOOD = LinearAlignment.of(SpoiledAlignment.FROM, TO, new float[] {1, 2, 3, 4});

    private static AlignmentContract contract(UnaryOperator<EmbeddingMatrix> map) {
        return new SpoiledAlignment(map);
    }

    private static EmbeddingMatrix shifted(EmbeddingMatrix matrix, float shift) {
        float[] values = matrix.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += shift;
        }
        return EmbeddingMatrix.wrap(matrix.space(), values);
    }

    private static void assertCaught(ThrowingCallable part) {
        assertThatThrownBy(part).isInstanceOf(AssertionError.class);
    }

    @Test
    void seesAnotherSpaceOrNumberOfRows() {
        assertCaught(contract(v -> v)::givesOneRowPerVectorInTheTargetSpace);
        assertCaught(contract(v -> GOOD.apply(v).select(0))::givesOneRowPerVectorInTheTargetSpace);
        assertCaught(contract(v -> v)::givesNothingForNothing);
    }

    @Test
    void seesAMapThatForgetsItsInput() {
        assertCaught(contract(v -> EmbeddingMatrix.wrap(TO, new float[2 * v.rows()]))::tellsDifferentVectorsApart);
    }

    @Test
    void seesRowsThatDependOnOthers() {
        AlignmentContract dependent = contract(v -> shifted(GOOD.apply(v), v.rows()));
        assertCaught(dependent::mapsAVectorAloneAsAmongOthers);
        AlignmentContract byPlace =
                contract(v -> shifted(GOOD.apply(v), v.row(0).get(0)));
        assertCaught(byPlace::keepsTheOrderOfTheVectors);
    }

    @Test
    void seesAMapThatChangesFromCallToCall() {
        AtomicInteger calls = new AtomicInteger();
        AlignmentContract changing = contract(v -> shifted(GOOD.apply(v), calls.incrementAndGet()));
        assertCaught(changing::isDeterministic);
        assertCaught(changing::isThreadSafe);
    }

    @Test
    void seesAMapThatTakesAnySpaceOrNull() {
        AlignmentContract lax = contract(
                v -> GOOD.apply(EmbeddingMatrix.wrap(SpoiledAlignment.FROM, v == null ? new float[2] : v.toArray())));
        assertCaught(lax::refusesVectorsOfAnotherSpace);
        assertCaught(lax::refusesNull);
    }
}
