package io.github.zsl4j.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticAlignmentTest {

    private static final EmbeddingSpace PICTURES = EmbeddingSpace.of("pictures", 2);
    private static final EmbeddingSpace TEXTS = EmbeddingSpace.of("texts", 2);
    private static final Alignment TURN = LinearAlignment.of(TEXTS, PICTURES, new float[] {0, 1, 1, 0});
    private static final Alignment STAY = LinearAlignment.of(TEXTS, PICTURES, new float[] {1, 0, 0, 1});
    private static final EmbeddingMatrix X = EmbeddingMatrix.of(PICTURES, new float[] {1, 0.25f, 0, 2});
    private static final EmbeddingMatrix S = EmbeddingMatrix.of(TEXTS, new float[] {1, 0, 0, 1, 0, -1});

    @Test
    void comparesInTheCommonSpace() {
        SemanticAlignment alignment = SemanticAlignment.of(new IdentityAlignment(PICTURES), TURN, Similarity.DOT);
        assertThat(alignment.scores(X, S)[0]).containsExactly(0.25, 1, -1);
        assertThat(alignment.scores(X, S)[1]).containsExactly(2, 0, 0);
    }

    @Test
    void takesTheBestOfSeveralMaps() {
        SemanticAlignment alignment =
                new SemanticAlignment(new IdentityAlignment(PICTURES), List.of(TURN, STAY), Similarity.DOT);
        assertThat(alignment.scores(X, S)[0]).containsExactly(1, 1, -0.25);
    }

    /** The ranker of prototypes agrees with the scores, to within what the soft maximum of several maps costs. */
    @Test
    void ranksAsItScores() {
        for (List<Alignment> maps : List.of(List.of(TURN), List.of(TURN, STAY))) {
            SemanticAlignment alignment = new SemanticAlignment(new IdentityAlignment(PICTURES), maps, Similarity.DOT);
            PrototypeRanker ranker = alignment.ranker(List.of("a", "b", "c"), S, Calibration.softmax(1));
            double[][] scores = ranker.scores(X);
            assertThat(scores[0]).containsExactly(alignment.scores(X, S)[0], within(1e-5));
            assertThat(scores[1]).containsExactly(alignment.scores(X, S)[1], within(1e-5));
        }
    }

    @Test
    void refusesMapsThatLeadElsewhere() {
        Alignment elsewhere = LinearAlignment.of(TEXTS, EmbeddingSpace.of("elsewhere", 2), new float[4]);
        assertThatThrownBy(() -> SemanticAlignment.of(new IdentityAlignment(PICTURES), elsewhere, Similarity.DOT))
                .hasMessageContaining("different spaces");
        assertThatThrownBy(() -> new SemanticAlignment(new IdentityAlignment(PICTURES), List.of(), Similarity.DOT))
                .hasMessageContaining("At least one map");
    }
}
