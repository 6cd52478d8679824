package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of the maps that alignments are made of; what they have in common is in the contract suite. */
class MapsTest {

    private static final EmbeddingSpace SPACE = EmbeddingSpace.of("x", 3);
    private static final EmbeddingSpace OTHER = EmbeddingSpace.of("y", 3);

    private static float[] map(Alignment alignment, float... x) {
        return alignment.apply(EmbeddingMatrix.of(alignment.source(), x)).toArray();
    }

    /** By hand: exp(1), exp(0), exp(-1) over their sum 4.0861613, and so on. */
    @ParameterizedTest
    @CsvSource({
        "UNIT, 0.70710678, 0, -0.70710678",
        "RELU, 1, 0, 0",
        "LEAKY_RELU, 1, 0, -0.2",
        "TANH, 0.76159416, 0, -0.76159416",
        "SIGMOID, 0.73105858, 0.5, 0.26894142",
        "SOFTMAX, 0.66524096, 0.24472847, 0.09003057",
        "STEP, 1, 0, 0",
        "SQUARE_ROOT, 1, 0, -1"
    })
    void appliesFunctions(RowFunction function, float a, float b, float c) {
        assertThat(map(FunctionAlignment.of(SPACE, function), 1, 0, -1))
                .containsExactly(new float[] {a, b, c}, within(1e-7f));
    }

    @Test
    void functionsCopeWithExtremes() {
        assertThat(map(FunctionAlignment.of(SPACE, RowFunction.UNIT), 0, 0, 0)).containsExactly(0, 0, 0);
        assertThat(map(FunctionAlignment.of(SPACE, RowFunction.SOFTMAX), 3e38f, 0, -3e38f))
                .containsExactly(1, 0, 0);
        assertThat(map(FunctionAlignment.of(SPACE, RowFunction.SIGMOID), 3e38f, 0, -3e38f))
                .containsExactly(1, 0.5f, 0);
        assertThat(map(FunctionAlignment.of(SPACE, RowFunction.UNIT), 3e38f, 0, 0))
                .containsExactly(1, 0, 0);
    }

    @Test
    void everyFunctionLeadsToASpaceOfItsOwn() {
        EmbeddingSpace relu = FunctionAlignment.of(SPACE, RowFunction.RELU).target();
        assertThat(relu)
                .isNotEqualTo(FunctionAlignment.of(SPACE, RowFunction.TANH).target());
        assertThat(relu)
                .isNotEqualTo(FunctionAlignment.of(OTHER, RowFunction.RELU).target());
        assertThat(relu).isEqualTo(FunctionAlignment.of(SPACE, RowFunction.RELU).target());
    }

    @Test
    void scales() {
        Alignment scaling = ScalingAlignment.of(SPACE, OTHER, new float[] {1, 2, 3}, new float[] {1, 10, 0});
        assertThat(map(scaling, 2, 4, 9)).containsExactly(1, 20, 0);
    }

    @Test
    void keepsTheLargest() {
        assertThat(map(TopAlignment.of(SPACE, 2), 0.5f, 0.2f, 0.3f))
                .containsExactly(new float[] {0.625f, 0, 0.375f}, within(1e-7f));
        assertThat(map(TopAlignment.of(SPACE, 1), 1, 1, 1)).containsExactly(1, 0, 0);
        assertThat(map(TopAlignment.of(SPACE, 9), 1, 1, 2)).containsExactly(0.25f, 0.25f, 0.5f);
        assertThatThrownBy(() -> TopAlignment.of(SPACE, 0)).hasMessageContaining("At least one component");
    }

    /** exp(-|a - b|² / 2 w²) with w = 2: exp(-2 / 8); exp((cos - 1) / 2) of a right angle: exp(-1 / 2). */
    @Test
    void comparesWithAnchors() {
        EmbeddingMatrix anchors = EmbeddingMatrix.of(SPACE, new float[] {1, 0, 0, 0, 1, 0});
        Alignment gaussian = KernelAlignment.of(anchors, new Kernel(Kernel.Kind.GAUSSIAN, 2));
        assertThat(map(gaussian, 1, 0, 0)).containsExactly(new float[] {1, (float) Math.exp(-0.25)}, within(1e-7f));
        Alignment cosine = KernelAlignment.of(anchors, new Kernel(Kernel.Kind.COSINE, 2));
        assertThat(map(cosine, 5, 0, 0)).containsExactly(new float[] {1, (float) Math.exp(-0.5)}, within(1e-7f));
        assertThat(map(cosine, 0, 0, 0))
                .containsExactly(new float[] {(float) Math.exp(-0.5), (float) Math.exp(-0.5)}, within(1e-7f));
    }

    @Test
    void refusesKernelsWithoutWidth() {
        for (double width : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Kernel(Kernel.Kind.COSINE, width)).hasMessageContaining("above 0");
        }
    }

    @Test
    void chainsFitTogetherOrAreRefused() {
        Alignment scaling = ScalingAlignment.of(SPACE, OTHER, new float[3], new float[] {2, 2, 2});
        Alignment chain = AlignmentChain.of(scaling, FunctionAlignment.of(OTHER, RowFunction.RELU));
        assertThat(map(chain, 1, -1, 3)).containsExactly(2, 0, 6);
        assertThat(chain.source()).isEqualTo(SPACE);
        assertThatThrownBy(() -> AlignmentChain.of(scaling, FunctionAlignment.of(SPACE, RowFunction.RELU)))
                .hasMessageContaining("Part 1 maps from x");
        assertThatThrownBy(AlignmentChain::of).hasMessageContaining("at least one part");
    }

    @Test
    void identityMayDeclareAnotherSpace() {
        assertThat(map(new IdentityAlignment(SPACE, OTHER), 1, 2, 3)).containsExactly(1, 2, 3);
        assertThat(new IdentityAlignment(SPACE, OTHER)
                        .apply(EmbeddingMatrix.of(SPACE, new float[3]))
                        .space())
                .isEqualTo(OTHER);
        assertThatThrownBy(() -> new IdentityAlignment(SPACE, EmbeddingSpace.of("z", 2)))
                .hasMessageContaining("different dimensions");
    }
}
