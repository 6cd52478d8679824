package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextBatchTest {

    private static List<TextBatch> plan(Batching limits, Integer... lengths) {
        return TextBatch.plan(
                Arrays.stream(lengths)
                        .map(n -> new TokenisedText(new long[n], false))
                        .toList(),
                Padding.longest(0),
                limits);
    }

    private static List<List<Integer>> indices(List<TextBatch> batches) {
        return batches.stream().map(TextBatch::indices).toList();
    }

    @Test
    void plansNothingForNothing() {
        assertThat(plan(Batching.defaults())).isEmpty();
    }

    @Test
    void groupsTextsOfLikeLength() {
        assertThat(indices(plan(new Batching(2, 100, 1), 9, 2, 8, 3))).containsExactly(List.of(1, 3), List.of(2, 0));
    }

    @Test
    void countsPaddingAgainstTheLimit() {
        assertThat(indices(plan(new Batching(9, 10, 1), 2, 2, 5, 6)))
                .containsExactly(List.of(0, 1), List.of(2), List.of(3));
    }

    @Test
    void givesAnOverlongTextABatchOfItsOwn() {
        assertThat(indices(plan(new Batching(9, 10, 1), 11, 3, 12)))
                .containsExactly(List.of(1), List.of(0), List.of(2));
    }

    @Property
    void placesEveryTextOnceWithinTheLimits(
            @ForAll @Size(max = 200) List<@IntRange(min = 2, max = 128) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 70) int texts,
            @ForAll @IntRange(min = 1, max = 3000) int tokens) {
        List<TextBatch> batches = plan(new Batching(texts, tokens, 1), lengths.toArray(Integer[]::new));
        assertThat(indices(batches).stream().flatMap(List::stream).sorted())
                .hasSize(lengths.size())
                .doesNotHaveDuplicates();
        for (TextBatch batch : batches) {
            int n = batch.texts().size();
            assertThat(n).isBetween(1, texts);
            assertThat(n == 1 || n * batch.width() <= tokens).isTrue();
            assertThat(batch.texts()).allMatch(text -> text.length() <= batch.width());
        }
    }
}
