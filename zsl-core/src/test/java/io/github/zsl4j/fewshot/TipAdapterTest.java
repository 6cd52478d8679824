package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.fewshot.TipAdapterF.Descent;
import io.github.zsl4j.fewshot.TipAdapterSearch.Choice;
import io.github.zsl4j.prototype.Prototypes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TipAdapterTest {

    private static final TipAdapter ADAPTER = new TipAdapter(8, 3);

    private final SphereWorld world = new SphereWorld(7);
    private final Ranker zeroShot = SphereWorld.ranker(world.described(2.2));
    private final SupportSet support = world.examples(5, 1.5);
    private final SupportSet queries = world.examples(30, 1.5);

    @Test
    void isTheZeroShotClassifierWithoutACache() {
        double[][] scores = new TipAdapter(0, 3).fit(zeroShot, support).scores(queries.vectors());
        assertThat(scores).isDeepEqualTo(zeroShot.scores(queries.vectors()));
        assertThat(ADAPTER.fit(zeroShot, support).scores(queries.vectors())[0][0])
                .isNotEqualTo(scores[0][0]);
    }

    @Test
    void isBetterThanZeroShotWithGoodExamplesAndWorseWithWrongOnes() {
        double before = SphereWorld.accuracy(zeroShot, queries);
        double after = SphereWorld.accuracy(ADAPTER.fit(zeroShot, support), queries);
        double wrong = SphereWorld.accuracy(ADAPTER.fit(zeroShot, SphereWorld.mislabelled(support)), queries);
        assertThat(before).isGreaterThan(2.0 / SphereWorld.CLASSES);
        assertThat(after).isGreaterThan(before + 0.1);
        assertThat(wrong).isLessThan(before);
    }

    @Property(tries = 20)
    void onlyRaisesScores(
            @ForAll @DoubleRange(min = 0, max = 100) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 20) double beta) {
        double[][] before = zeroShot.scores(queries.vectors());
        double[][] after = new TipAdapter(alpha, beta).fit(zeroShot, support).scores(queries.vectors());
        for (int i = 0; i < before.length; i++) {
            for (int c = 0; c < before[i].length; c++) {
                assertThat(after[i][c]).isGreaterThanOrEqualTo(before[i][c]);
            }
        }
    }

    @Test
    void leavesClassesWithoutExamplesAsTheyAre() {
        Ranker some = ADAPTER.fit(zeroShot, support.select(0, 1, 2));
        double[][] scores = some.scores(queries.vectors());
        double[][] before = zeroShot.scores(queries.vectors());
        assertThat(scores[0][5]).isEqualTo(before[0][5]);
        assertThat(scores[0][1]).isGreaterThan(before[0][1]);
    }

    @Test
    void findsAlphaAndBetaOnHeldOutExamples() {
        Choice choice = TipAdapterSearch.wide().heldOut(zeroShot, support, world.examples(5, 1.5));
        double fitted = SphereWorld.accuracy(choice.adapter().fit(zeroShot, support), queries);
        assertThat(fitted).isGreaterThan(SphereWorld.accuracy(zeroShot, queries) + 0.1);
        assertThat(choice.accuracy()).isBetween(fitted - 0.15, fitted + 0.15);
        assertThat(choice.nll()).isPositive();
    }

    @Test
    void findsThatWrongExamplesDoNotHelp() {
        SupportSet wrong = SphereWorld.mislabelled(support);
        Choice choice = TipAdapterSearch.wide().heldOut(zeroShot, wrong, queries);
        assertThat(choice.adapter().alpha()).isLessThan(1.1);
        assertThat(choice.accuracy()).isLessThanOrEqualTo(SphereWorld.accuracy(zeroShot, queries) + 0.02);
    }

    @Test
    void holdsOutEachExampleInTurn() {
        Choice choice = TipAdapterSearch.wide().leaveOneOut(zeroShot, support);
        assertThat(SphereWorld.accuracy(choice.adapter().fit(zeroShot, support), queries))
                .isGreaterThan(SphereWorld.accuracy(zeroShot, queries) + 0.1);
        // Its accuracy is that of the adapter without the example; with it, all would be right.
        Choice alone = new TipAdapterSearch(List.of(50.0), List.of(8.0)).leaveOneOut(zeroShot, support);
        assertThat(alone.accuracy()).isLessThan(1);
        assertThat(SphereWorld.accuracy(new TipAdapter(50, 8).fit(zeroShot, support), support))
                .isEqualTo(1);
        int right = 0;
        for (int i = 0; i < support.size(); i++) {
            int held = i;
            int[] rest = java.util.stream.IntStream.range(0, support.size())
                    .filter(k -> k != held)
                    .toArray();
            Ranker without = new TipAdapter(50, 8).fit(zeroShot, support.select(rest));
            right += (int) SphereWorld.accuracy(without, support.select(i));
        }
        assertThat(alone.accuracy()).isEqualTo((double) right / support.size());
    }

    @Test
    void hasTheGridOfThePaper() {
        TipAdapterSearch paper = TipAdapterSearch.paper();
        assertThat(paper.alphas()).hasSize(20).startsWith(0.1);
        assertThat(paper.betas()).hasSize(200).startsWith(0.1);
        assertThat(paper.betas().get(199)).isLessThan(7);
        assertThat(TipAdapterSearch.wide().betas()).containsExactly(0.5, 1.0, 2.0, 4.0, 8.0, 16.0);
    }

    @Test
    void learnsFromItsExamplesByTraining() {
        TipAdapterF method = new TipAdapterF(ADAPTER, new Descent(50, 16, 0.01, 1), false);
        Ranker trained = method.fit(zeroShot, support);
        Ranker before = ADAPTER.fit(zeroShot, support);
        assertThat(SphereWorld.nll(trained, support)).isLessThan(SphereWorld.nll(before, support));
        assertThat(SphereWorld.accuracy(trained, queries))
                .isGreaterThanOrEqualTo(SphereWorld.accuracy(before, queries) - 0.05);
        assertThat(method.fit(zeroShot, support).scores(queries.vectors()))
                .isDeepEqualTo(trained.scores(queries.vectors()));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new TipAdapter(-1, 1)).hasMessageContaining("alpha");
        assertThatThrownBy(() -> new TipAdapter(1, 0)).hasMessageContaining("beta");
        assertThatThrownBy(() -> new Descent(0, 1, 1, 1)).hasMessageContaining("epochs");
        assertThatThrownBy(() -> new Descent(1, 1, 0, 1)).hasMessageContaining("learningRate");
        assertThatThrownBy(() -> new TipAdapterSearch(List.of(), List.of(1.0))).hasMessageContaining("at least one");
        assertThatThrownBy(() -> TipAdapterSearch.wide().leaveOneOut(zeroShot, world.examples(1, 1)))
                .hasMessageContaining("No class has two examples");
        Prototypes fewer =
                Prototypes.of(List.of("class 0"), world.described(1).vectors().select(0));
        assertThatThrownBy(() -> ADAPTER.fit(SphereWorld.ranker(fewer), support))
                .hasMessageContaining("'class 1' has examples");
        EmbeddingSpace other = EmbeddingSpace.of("other", 1);
        SupportSet elsewhere = SupportSet.of(List.of("class 0"), EmbeddingMatrix.of(other, new float[] {1}));
        assertThatThrownBy(() -> ADAPTER.fit(zeroShot, elsewhere)).hasMessageContaining("different spaces");
        assertThat(TipAdapterF.of(TipAdapter.defaults()).descent().batch()).isEqualTo(256);
    }
}
