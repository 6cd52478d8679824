package io.github.zsl4j.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingSpaceTest {

    private static final EmbeddingSpace CLIP = new EmbeddingSpace("clip", 512, "abc");

    @Test
    void isTheSameOnlyIfNameDimensionAndIdentityAre() {
        assertThatCode(() -> CLIP.requireSame(new EmbeddingSpace("clip", 512, "abc")))
                .doesNotThrowAnyException();
        for (EmbeddingSpace other : new EmbeddingSpace[] {
            new EmbeddingSpace("siglip", 512, "abc"),
            new EmbeddingSpace("clip", 768, "abc"),
            new EmbeddingSpace("clip", 512, "abd")
        }) {
            assertThatThrownBy(() -> CLIP.requireSame(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(CLIP.toString())
                    .hasMessageContaining(other.toString())
                    .hasMessageContaining("the same model");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesToHaveNoDimension(int dimension) {
        assertThatThrownBy(() -> EmbeddingSpace.of("x", dimension))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + dimension);
    }

    @Test
    void refusesNulls() {
        assertThatThrownBy(() -> EmbeddingSpace.of(null, 3)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new EmbeddingSpace("x", 3, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("identity");
    }

    @Test
    void showsTheIdentityOnlyWhereThereIsOne() {
        assertThat(EmbeddingSpace.of("mine", 3)).hasToString("mine [3]");
        assertThat(CLIP).hasToString("clip [512] #abc");
    }
}
