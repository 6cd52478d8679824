package io.github.zsl4j.align.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Options out of their range, and small cases that can be worked out by hand. */
class ClosedFormOptionsTest {

    private static final EmbeddingSpace FEATURES = EmbeddingSpace.of("features", 2);
    private static final EmbeddingSpace SEMANTICS = EmbeddingSpace.of("semantics", 3);

    private static TrainingSet two(float... semantics) {
        return TrainingSet.of(
                EmbeddingMatrix.wrap(FEATURES, new float[] {1, 0, 0, 1, 0, 2}),
                new int[] {0, 1, 1},
                EmbeddingMatrix.wrap(SEMANTICS, semantics));
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertRefused(() -> new Ridge(-1), "lambda must be at least 0 and finite, not -1.0");
        assertRefused(() -> new Eszsl(Double.NaN, 1), "alpha");
        assertRefused(() -> new Eszsl(1, Double.POSITIVE_INFINITY), "gamma");
        assertRefused(() -> new ReverseRidge(-1), "lambda");
        assertRefused(() -> new KernelRidge(new Kernel(Kernel.Kind.COSINE, 1), -1), "lambda");
        assertRefused(() -> new Sae(0, Sae.Decoder.FEATURES_TO_SEMANTICS), "lambda must be above 0");
        assertRefused(() -> new Cca(-1, 0, 0), "regularisation");
        assertRefused(() -> new Cca(1, -1, 0), "dimension");
        assertRefused(() -> new Cca(1, 0, Double.NaN), "power");
        assertRefused(() -> new ConSE(0, 1), "penalty");
        assertRefused(() -> new ConSE(1, 0), "top must be at least 1, not 0");
        assertRefused(() -> new Dap(0), "penalty");
        assertRefused(() -> new Dap(1, OptionalDouble.of(Double.NaN)), "threshold must be finite");
        assertRefused(() -> new Iap(-1), "penalty");
        assertRefused(() -> new Iap(1, OptionalDouble.of(Double.NEGATIVE_INFINITY)), "threshold");
        assertRefused(() -> new Sync(0, 1), "sigma");
        assertRefused(() -> new Sync(1, 0), "lambda");
        assertRefused(() -> new Sync(1, 1, Similarity.NEGATIVE_SQUARED_EUCLIDEAN), "DOT or COSINE");
        assertThatThrownBy(() -> new Sae(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new SemanticSimilarity(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void saysThatRegularisationHelpsWhereItIsNeeded() {
        TrainingSet examples = two(1, 0, 0, 0, 1, 0);
        assertThatThrownBy(() -> new Eszsl(1, 0).fit(examples))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("larger regularisation");
        assertThatThrownBy(() -> new Cca(0, 0, 0).fit(examples))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("larger regularisation");
        assertThatThrownBy(() -> new ReverseRidge(0).fit(examples)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesToCompareDifferentDimensions() {
        assertRefused(
                () -> new SemanticSimilarity(Similarity.COSINE).fit(two(1, 0, 0, 0, 1, 0)),
                "features [2] and semantics of semantics [3] have different dimensions");
    }

    @Test
    void comparesDirectlyByEachSimilarity() {
        EmbeddingSpace text = EmbeddingSpace.of("text", 2);
        EmbeddingMatrix picture = EmbeddingMatrix.wrap(FEATURES, new float[] {3, 4});
        EmbeddingMatrix classes = EmbeddingMatrix.wrap(text, new float[] {3, 0, 0, 2});
        assertThat(new SemanticSimilarity(Similarity.DOT).of(FEATURES, text).scores(picture, classes)[0])
                .containsExactly(9, 8);
        assertThat(new SemanticSimilarity(Similarity.COSINE).of(FEATURES, text).scores(picture, classes)[0])
                .containsExactly(new double[] {0.6, 0.8}, within(1e-6));
        assertThat(new SemanticSimilarity(Similarity.NEGATIVE_SQUARED_EUCLIDEAN)
                        .of(FEATURES, text)
                        .scores(picture, classes)[0])
                .containsExactly(-16, -13);
    }

    /** The third attribute is the same for both classes; the mean of the others is 5. */
    @Test
    void binarisesAtTheMeanOfTheSeenClassesOrAtAThreshold() {
        TrainingSet examples = two(0, 8, 1, 10, 2, 1);
        BinaryAttributes mean = new BinaryAttributes(examples, OptionalDouble.empty());
        assertThat(mean.telling()).containsExactly(0, 1);
        assertThat(mean.tellingTruth()).isDeepEqualTo(new boolean[][] {{false, true}, {true, false}});
        assertThat(mean.prior(0)).isEqualTo(0.5);
        BinaryAttributes high = new BinaryAttributes(examples, OptionalDouble.of(9));
        assertThat(high.telling()).containsExactly(0);
        EmbeddingSpace binary = EmbeddingSpace.of("binary", 3);
        EmbeddingMatrix mapped = mean.map(binary).apply(EmbeddingMatrix.wrap(SEMANTICS, new float[] {6, 5, 2}));
        assertThat(mapped.toArray()).containsExactly(1, 0, 1);
        assertRefused(() -> new Dap(1, OptionalDouble.of(11)).fit(examples), "leave the threshold out");
        assertRefused(() -> new Iap(1, OptionalDouble.of(-1)).fit(examples), "leave the threshold out");
    }

    /** Only attributes that tell seen classes apart count: changing the third changes nothing. */
    @Test
    void attributesThatAllSeenClassesShareDoNotCount() {
        TrainingSet examples = two(0, 8, 1, 10, 2, 1);
        EmbeddingMatrix pair = EmbeddingMatrix.wrap(SEMANTICS, new float[] {0, 8, 1, 0, 8, 5});
        for (SemanticAlignment fitted : new SemanticAlignment[] {new Dap(1).fit(examples), new Iap(1).fit(examples)}) {
            double[] scores = fitted.scores(examples.features(), pair)[0];
            assertThat(scores[0]).isEqualTo(scores[1]);
        }
    }

    /** Two fits of different data lead to spaces that refuse to be compared. */
    @Test
    void spacesOfDifferentFitsAreDifferent() {
        TrainingSet examples = two(0, 8, 1, 10, 2, 1);
        assertThat(new ConSE(1, 1).fit(examples).features().target())
                .isNotEqualTo(new ConSE(2, 1).fit(examples).features().target());
        assertThat(new Ridge(1).fit(examples).features().target())
                .isNotEqualTo(new Ridge(2).fit(examples).features().target());
        assertThat(new Iap(1).fit(examples).features().target())
                .isNotEqualTo(new Iap(2).fit(examples).features().target());
    }
}
