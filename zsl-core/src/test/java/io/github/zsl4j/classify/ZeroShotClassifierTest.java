package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroShotClassifierTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("letters", 3);

    /** How often a text has the letters a, b and c. */
    private static EmbeddingMatrix count(EmbeddingSpace space, List<? extends CharSequence> texts) {
        float[] counts = new float[3 * texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            int row = 3 * i;
            texts.get(i).chars().filter(x -> x >= 'a' && x <= 'c').forEach(x -> counts[row + x - 'a']++);
        }
        return EmbeddingMatrix.wrap(space, counts);
    }

    private static final class Letters implements Encoder<String> {

        private final EmbeddingSpace space;
        private final List<List<String>> batches = new ArrayList<>();
        private boolean closed;

        private Letters(EmbeddingSpace space) {
            this.space = space;
        }

        @Override
        public EmbeddingSpace space() {
            return space;
        }

        @Override
        public EmbeddingMatrix encodeAll(List<? extends String> items) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            batches.add(List.copyOf(items));
            return count(space, items);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Classes implements ClassEncoder {

        private int calls;

        @Override
        public EmbeddingSpace space() {
            return SPACE;
        }

        @Override
        public Prototypes prototypes(List<ClassDescription> classes) {
            calls++;
            List<String> labels = classes.stream().map(ClassDescription::label).toList();
            return Prototypes.of(labels, count(SPACE, labels));
        }

        @Override
        public List<ClassReading> read(List<ClassDescription> classes) {
            throw new AssertionError("classification has nothing to read");
        }
    }

    private final Letters encoder = new Letters(SPACE);
    private final Classes classes = new Classes();

    private ZeroShotClassifier<String> classifier(Letters letters) {
        PrototypeRanker ranker = new PrototypeRanker(
                classes.prototypes(ClassDescription.ofLabels("a", "b", "c")),
                Similarity.COSINE,
                Calibration.softmax(10));
        return ZeroShotClassifier.of(letters, ranker);
    }

    @Test
    void ranksInputsInTheirOrder() {
        List<Ranking> rankings = classifier(encoder).classifyAll(List.of("caccc", "aab", "bb", "abbb"));
        assertThat(rankings).extracting(r -> r.best().label()).containsExactly("c", "a", "b", "b");
    }

    @Test
    void encodesABatchInOneCall() {
        ZeroShotClassifier<String> classifier = classifier(encoder);
        assertThat(encoder.batches).isEmpty();
        classifier.classifyAll(List.of("a", "b", "ccc"));
        assertThat(encoder.batches).containsExactly(List.of("a", "b", "ccc"));
        classifier.classify("b");
        assertThat(encoder.batches).containsExactly(List.of("a", "b", "ccc"), List.of("b"));
    }

    @Test
    void encodesTheClassesOnlyWhenItIsMade() {
        ZeroShotClassifier<String> classifier = classifier(encoder);
        for (int i = 0; i < 5; i++) {
            classifier.classifyAll(List.of("a", "b"));
        }
        assertThat(classes.calls).isEqualTo(1);
    }

    @Test
    void classifiesOneAsInABatch() {
        ZeroShotClassifier<String> classifier = classifier(encoder);
        assertThat(classifier.classify("abb"))
                .isEqualTo(classifier.classifyAll(List.of("c", "abb")).get(1));
        assertThat(classifier.classifyAll(List.of())).isEmpty();
    }

    @Test
    void knowsItsLabelsInTheirOrder() {
        assertThat(classifier(encoder).labels()).containsExactly("a", "b", "c");
    }

    @Test
    void refusesAnEncoderOfAnotherSpace() {
        Letters other = new Letters(new EmbeddingSpace("letters", 3, "other weights"));
        assertThatThrownBy(() -> classifier(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters [3] #other weights and letters [3]");
    }

    @Test
    void leavesTheEncoderOpenAndFailsOnceItIsClosed() {
        ZeroShotClassifier<String> classifier = classifier(encoder);
        classifier.classify("a");
        assertThat(encoder.closed).isFalse();
        encoder.close();
        assertThatThrownBy(() -> classifier.classify("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNoInput() {
        ZeroShotClassifier<String> classifier = classifier(encoder);
        assertThatThrownBy(() -> classifier.classify(null)).isInstanceOf(NullPointerException.class);
    }
}
