package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import org.junit.jupiter.api.Test;

class KernelTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final EmbeddingMatrix A = EmbeddingMatrix.wrap(PLANE, new float[] {3, 4, 0, 0});
    private static final EmbeddingMatrix B = EmbeddingMatrix.wrap(PLANE, new float[] {3, 0, 3, 4, 0, 4});

    @Test
    void followsItsFormulas() {
        assertThat(new Kernel(Kernel.Kind.GAUSSIAN, 2).between(A, B).values())
                .containsExactly(
                        new double[] {
                            Math.exp(-2), 1, Math.exp(-9.0 / 8), Math.exp(-9.0 / 8), Math.exp(-25.0 / 8), Math.exp(-2)
                        },
                        within(1e-12));
        assertThat(new Kernel(Kernel.Kind.COSINE, 0.5).between(A, B).values())
                .containsExactly(
                        new double[] {Math.exp(-0.8), 1, Math.exp(-0.4), Math.exp(-2), Math.exp(-2), Math.exp(-2)},
                        within(1e-12));
    }

    @Test
    void isWhatTheMapDoes() {
        Kernel kernel = new Kernel(Kernel.Kind.COSINE, 0.7);
        float[] mapped = KernelAlignment.of(B, kernel).apply(A).toArray();
        assertThat(mapped).containsExactly(kernel.between(A, B).toFloats());
    }

    @Test
    void refusesOtherSpacesAndWidths() {
        EmbeddingMatrix other = EmbeddingMatrix.wrap(EmbeddingSpace.of("other", 2), new float[2]);
        assertThatThrownBy(() -> new Kernel(Kernel.Kind.COSINE, 1).between(A, other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Kernel(Kernel.Kind.COSINE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }
}
