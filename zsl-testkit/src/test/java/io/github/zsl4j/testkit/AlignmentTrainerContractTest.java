package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Negative controls: each broken trainer fails the part of the contract that it breaks. */
class AlignmentTrainerContractTest {

    private static AlignmentTrainerContract contract(AlignmentTrainer trainer) {
        return new AlignmentTrainerContract() {
            @Override
            protected AlignmentTrainer trainer() {
                return trainer;
            }
        };
    }

    private static void assertCaught(ThrowingCallable part) {
        assertThatThrownBy(part).isInstanceOf(AssertionError.class);
    }

    /** Ridge regression whose weights are multiplied, each with a factor of its own. */
    private static SemanticAlignment spoiled(TrainingSet examples, double amount) {
        SemanticAlignment fitted = new Ridge(0.1).fit(examples);
        LinearAlignment map = (LinearAlignment) fitted.features();
        float[] weights = map.weights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) (1 + amount * Math.sin(i));
        }
        return new SemanticAlignment(
                LinearAlignment.of(map.source(), map.target(), weights), fitted.semantics(), fitted.similarity());
    }

    @Test
    void seesATrainerThatLearnsTheWrongThing() {
        assertCaught(contract(examples -> spoiled(examples, 5))::recognisesUnseenClasses);
    }

    @Test
    void seesATrainerThatChangesFromCallToCall() {
        AtomicInteger calls = new AtomicInteger();
        AlignmentTrainerContract changing = contract(examples -> spoiled(examples, 1e-3 * calls.incrementAndGet()));
        assertCaught(changing::givesEqualScoresForEqualData);
        assertCaught(changing::fitsInSeveralThreadsAtOnce);
    }

    @Test
    void seesATrainerThatLooksAtTheNumbersOfClasses() {
        assertCaught(
                contract(examples -> spoiled(examples, 1e-2 * examples.label(0)))::doesNotDependOnTheOrderOfTheClasses);
    }

    @Test
    void seesMapsThatCannotBeStored() {
        AlignmentTrainerContract foreign = contract(examples -> {
            SemanticAlignment fitted = new Ridge(0.1).fit(examples);
            return SemanticAlignment.of(
                    new Foreign(fitted.features()), fitted.semantics().get(0), fitted.similarity());
        });
        assertCaught(foreign::isMadeOfMapsThatCanBeStored);
    }

    /** A map of a type of its own. */
    private record Foreign(Alignment inner) implements Alignment {
        @Override
        public EmbeddingSpace source() {
            return inner.source();
        }

        @Override
        public EmbeddingSpace target() {
            return inner.target();
        }

        @Override
        public EmbeddingMatrix apply(EmbeddingMatrix vectors) {
            return inner.apply(vectors);
        }
    }
}
