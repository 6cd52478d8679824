package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportSetTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final EmbeddingMatrix THREE = EmbeddingMatrix.of(PLANE, new float[] {3, 4, 0, 2, 5, 0});

    private final SupportSet set = SupportSet.of(List.of("b", "a", "b"), THREE);

    @Test
    void ordersClassesByFirstAppearance() {
        assertThat(set.classes()).containsExactly("b", "a");
        assertThat(set.classIndices()).containsExactly(0, 1, 0);
        assertThat(set.shots()).containsExactly(2, 1);
        assertThat(set.indicesAmong(List.of("a", "x", "b"))).containsExactly(2, 0, 2);
    }

    @Test
    void keepsUnitVectors() {
        assertThat(set.vectors().row(0).toArray()).containsExactly(0.6f, 0.8f);
        assertThat(set.prototypes().vectors().row(0).get(0)).isCloseTo(0.8f, within(1e-6f));
    }

    @Test
    void selectsExamples() {
        SupportSet two = set.select(2, 1);
        assertThat(two.labels()).containsExactly("b", "a");
        assertThat(two.vectors().row(0).toArray()).containsExactly(1, 0);
        assertThat(two.size()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNotASet() {
        assertThatThrownBy(() -> SupportSet.of(List.of("a"), THREE)).hasMessageContaining("1 labels and 3 examples");
        assertThatThrownBy(() -> SupportSet.of(List.of(), EmbeddingMatrix.of(PLANE, new float[0])))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> SupportSet.of(List.of("a", " ", "b"), THREE))
                .hasMessageContaining("example 1 is blank");
        assertThatThrownBy(() -> set.indicesAmong(List.of("b"))).hasMessageContaining("'a' has examples");
        assertThat(set).hasToString("Support set of 3 examples of 2 classes in plane [2]");
    }
}
