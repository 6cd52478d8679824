package io.github.zsl4j.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.hubness.Csls;
import io.github.zsl4j.hubness.HubCorrection;
import io.github.zsl4j.hubness.InvertedSoftmax;
import io.github.zsl4j.hubness.QbNorm;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RerankerTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);

    static HubCorrection[] corrections() {
        return new HubCorrection[] {new Csls(3), new InvertedSoftmax(10), new QbNorm(10)};
    }

    private static <K> List<K> keys(List<Hit<K>> hits) {
        return hits.stream().map(Hit::key).toList();
    }

    /** A zero vector has the same cosine, 0, with every item. */
    @Property(tries = 30)
    void aBankThatLikesAllItemsAlikeKeepsTheOrder(@ForAll long seed, @ForAll @IntRange(max = 2) int correction) {
        Random random = new Random(seed);
        ExactIndex<Integer> index = Collection.index(Similarity.COSINE, Collection.vectors(random, 40));
        Embedding query = Collection.vector(random);
        List<Hit<Integer>> hits = index.search(query, 20);
        EmbeddingMatrix bank = EmbeddingMatrix.wrap(Collection.SPACE, new float[5 * Collection.SPACE.dimension()]);
        Reranker<Integer> reranker = Reranker.hubCorrected(index, corrections()[correction], bank);
        assertThat(keys(reranker.rerank(query, hits))).isEqualTo(keys(hits));
    }

    /** The whole collection as candidates: then it is the correction of the whole row. */
    @ParameterizedTest
    @MethodSource("corrections")
    void scoresAreThoseOfTheCorrection(HubCorrection correction) {
        Random random = new Random(1);
        EmbeddingMatrix items = Collection.vectors(random, 12);
        EmbeddingMatrix bank = Collection.vectors(random, 9);
        Embedding query = Collection.vector(random);
        ExactIndex<Integer> index = Collection.index(Similarity.COSINE, items);
        Similarity.Comparison comparison = Similarity.COSINE.to(items);
        double[] expected = correction
                .correct(comparison.of(EmbeddingMatrix.of(Collection.SPACE, List.of(query))), comparison.of(bank))[0];
        List<Hit<Integer>> hits = Reranker.hubCorrected(index, correction, bank).rerank(query, index.search(query, 12));
        assertThat(hits).hasSize(12);
        for (int i = 0; i < 12; i++) {
            assertThat(hits.get(i).score()).isCloseTo(expected[hits.get(i).key()], within(1e-9));
            assertThat(hits.get(i).score())
                    .isLessThanOrEqualTo(hits.get(Math.max(0, i - 1)).score());
        }
    }

    /** East is what all queries of the bank are close to. */
    @ParameterizedTest
    @MethodSource("corrections")
    void aHubLosesItsLead(HubCorrection correction) {
        ExactIndex<Integer> index =
                Collection.index(Similarity.COSINE, EmbeddingMatrix.of(PLANE, new float[] {1, 0, 0.6f, 0.8f}));
        EmbeddingMatrix bank = EmbeddingMatrix.of(PLANE, new float[] {1, -1, 1, -0.9f, 1, -1.1f});
        Embedding query = Embedding.of(PLANE, 1, 0.48f);
        List<Hit<Integer>> hits = index.search(query, 2);
        assertThat(keys(hits)).containsExactly(0, 1);
        assertThat(keys(Reranker.hubCorrected(index, correction, bank).rerank(query, hits)))
                .containsExactly(1, 0);
    }

    @Test
    void marginalRelevancePutsASecondCopyLast() {
        ExactIndex<Integer> index = Collection.index(
                Similarity.COSINE, EmbeddingMatrix.of(PLANE, new float[] {1, 0, 1, 0, 0.6f, 0.8f, 0, -1}));
        Embedding query = Embedding.of(PLANE, 1, 0);
        List<Hit<Integer>> diverse = Reranker.diverse(index, 0.5).rerank(query, index.search(query, 4));
        assertThat(diverse.get(0).score()).isEqualTo(0.5);
        assertThat(keys(Reranker.diverse(index, 0.4).rerank(query, index.search(query, 4))))
                .containsExactly(0, 3, 2, 1);
        assertThat(keys(Reranker.diverse(index, 1).rerank(query, index.search(query, 4))))
                .containsExactly(0, 1, 2, 3);
    }

    @Property(tries = 30)
    void marginalRelevanceReordersAndNeverRises(@ForAll long seed) {
        Random random = new Random(seed);
        ExactIndex<Integer> index = Collection.index(Similarity.COSINE, Collection.vectors(random, 30));
        Embedding query = Collection.vector(random);
        List<Hit<Integer>> hits = index.search(query, 10);
        List<Hit<Integer>> diverse =
                Reranker.diverse(index, random.nextDouble()).rerank(query, hits);
        assertThat(keys(diverse)).containsExactlyInAnyOrderElementsOf(keys(hits));
        assertThat(diverse.get(0).key()).isEqualTo(hits.get(0).key());
        for (int i = 2; i < diverse.size(); i++) {
            assertThat(diverse.get(i).score())
                    .isLessThanOrEqualTo(diverse.get(i - 1).score());
        }
    }

    @Test
    void leavesOutWhatHasBeenRemoved() {
        Random random = new Random(3);
        ExactIndex<Integer> index = Collection.index(Similarity.DOT, Collection.vectors(random, 4));
        Embedding query = Collection.vector(random);
        List<Hit<Integer>> hits = index.search(query, 4);
        index.remove(2);
        index.commit();
        EmbeddingMatrix bank = Collection.vectors(random, 2);
        assertThat(keys(Reranker.diverse(index, 0.5).rerank(query, hits))).containsExactlyInAnyOrder(0, 1, 3);
        assertThat(keys(Reranker.hubCorrected(index, new Csls(1), bank).rerank(query, hits)))
                .containsExactlyInAnyOrder(0, 1, 3);
        assertThat(Reranker.diverse(index, 0.5).rerank(query, List.of())).isEmpty();
        assertThat(Reranker.hubCorrected(index, new Csls(1), bank).rerank(query, List.of()))
                .isEmpty();
    }

    @Test
    void refusesOtherSpacesAnEmptyBankAndOtherLambdas() {
        ExactIndex<Integer> index = Collection.index(Similarity.DOT, Collection.vectors(new Random(1), 4));
        EmbeddingMatrix other = EmbeddingMatrix.of(PLANE, new float[2]);
        EmbeddingMatrix none = EmbeddingMatrix.of(Collection.SPACE, new float[0]);
        assertRefused(() -> Reranker.hubCorrected(index, new Csls(1), other), "different spaces");
        assertRefused(() -> Reranker.hubCorrected(index, new Csls(1), none), "bank is empty");
        assertRefused(() -> Reranker.diverse(index, 1.1), "0 to 1");
        assertRefused(() -> Reranker.diverse(index, 1).rerank(other.row(0), List.of()), "different spaces");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
