package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.EmbeddingIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Negative controls: each broken index fails the part of the contract that it breaks. */
class EmbeddingIndexContractTest {

    private static EmbeddingIndexContract contract(
            BiFunction<EmbeddingSpace, Similarity, EmbeddingIndex<String>> spoiled) {
        return new SpoiledIndexes(spoiled);
    }

    /** What it finds is spoiled. */
    private static EmbeddingIndexContract finding(UnaryOperator<List<Hit<String>>> spoiled) {
        return contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public List<List<Hit<String>>> search(EmbeddingMatrix queries, int k, Filter filter) {
                return good.search(queries, k, filter).stream().map(spoiled).toList();
            }
        });
    }

    private static List<Hit<String>> reversed(List<Hit<String>> hits) {
        List<Hit<String>> reversed = new ArrayList<>(hits);
        Collections.reverse(reversed);
        return reversed;
    }

    private static void assertCaught(ThrowingCallable part) {
        assertThatThrownBy(part).isInstanceOf(AssertionError.class);
    }

    @Test
    void seesWrongOrderScoresMetadataAndNumbers() {
        EmbeddingIndexContract backwards = finding(EmbeddingIndexContractTest::reversed);
        assertCaught(backwards::findsTheClosestFirst);
        assertCaught(backwards::ordersEqualScoresByKey);
        assertCaught(backwards::theZeroVectorIsFoundWithTheScoreZero);
        assertCaught(finding(hits -> hits.subList(0, hits.size() / 2))::findsNoMoreThanThereIs);
        EmbeddingIndexContract off = finding(hits ->
                hits.stream().map(hit -> hit.withScore(hit.score() + 1e-4)).toList());
        assertCaught(() -> off.findsWhatAFullSortFinds(Similarity.COSINE));
        assertCaught(finding(hits -> hits.stream()
                .map(hit -> new Hit<>(hit.key(), hit.score(), Map.of()))
                .toList())::givesBackWhatWasPut);
    }

    @Test
    void seesAFilterThatComesTooLate() {
        EmbeddingIndexContract late = contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public List<List<Hit<String>>> search(EmbeddingMatrix queries, int k, Filter filter) {
                return good.search(queries, k, Filter.all()).stream()
                        .map(hits -> hits.stream()
                                .filter(hit -> filter.accepts(hit.fields()))
                                .toList())
                        .toList();
            }
        });
        assertCaught(late::filtersByMetadata);
        assertCaught(() -> late.findsWhatAFullSortFinds(Similarity.DOT));
    }

    @Test
    void seesChangesWithoutACommit() {
        EmbeddingIndexContract hasty = contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public void putAll(List<Item<String>> items) {
                items.forEach(item -> {
                    good.put(item);
                    good.commit();
                });
            }
        });
        assertCaught(hasty::showsChangesOnlyWithTheCommit);
        assertCaught(hasty::searchesSeeOneCommitWhileItemsChange);
        assertCaught(hasty::refusesVectorsOfAnotherSpaceAndPutsNothing);
    }

    @Test
    void seesItemsThatAreKeptOrLost() {
        EmbeddingIndexContract first = contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public void putAll(List<Item<String>> items) {
                good.putAll(
                        items.stream().filter(item -> get(item.key()).isEmpty()).toList());
            }
        });
        assertCaught(first::replacesAnItemWithItsMetadata);
        EmbeddingIndexContract keeping = contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public void remove(String key) {}
        });
        assertCaught(keeping::removesWhatIsThereAndNothingElse);
        assertCaught(keeping::theLastChangeOfAKeyCounts);
        assertCaught(keeping::refusesUseAfterClosing);
        EmbeddingIndexContract unit = contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public void putAll(List<Item<String>> items) {
                good.putAll(items.stream()
                        .map(item -> new Item<>(item.key(), item.vector().unit(), item.fields()))
                        .toList());
            }
        });
        assertCaught(unit::givesBackWhatWasPut);
    }

    /** What it lists is spoiled. */
    private static EmbeddingIndexContract listing(Function<EmbeddingIndex<String>, Stream<String>> spoiled) {
        return contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public Stream<String> keys() {
                return spoiled.apply(good);
            }
        });
    }

    @Test
    void seesKeysThatAreMissingOrOfTwoCommits() {
        EmbeddingIndexContract forgetful = listing(index -> index.keys().skip(1));
        assertCaught(forgetful::listsTheKeysOfTheLastCommit);
        assertCaught(forgetful::keysThatAreBeingListedStayThoseOfOneCommit);
        EmbeddingIndexContract twice = listing(index -> Stream.concat(index.keys(), index.keys()));
        assertCaught(twice::listsTheKeysOfTheLastCommit);
        EmbeddingIndexContract late = listing(index -> Stream.iterate(0, i -> i + 1)
                .takeWhile(i -> i < index.size())
                .map(i -> index.keys().skip(i).findFirst().orElseThrow()));
        late.listsTheKeysOfTheLastCommit();
        assertCaught(late::keysThatAreBeingListedStayThoseOfOneCommit);
    }

    @Test
    void seesAnswersThatDependOnTheBatch() {
        EmbeddingIndexContract dependent = contract((space, similarity) -> new SpoiledIndex(space, similarity) {
            @Override
            public List<List<Hit<String>>> search(EmbeddingMatrix queries, int k, Filter filter) {
                return good.search(queries, k, filter).stream()
                        .map(hits -> hits.stream()
                                .map(hit -> hit.withScore(hit.score() + 1e-9 * queries.rows()))
                                .toList())
                        .toList();
            }
        });
        assertCaught(() -> dependent.answersAQueryAloneAsAmongOthers(Similarity.COSINE));
    }
}
