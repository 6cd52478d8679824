package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.classify.Ranking.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    private static List<String> order(double... scores) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            labels.add(Character.toString('a' + i));
        }
        return Ranking.of(labels, scores, new double[scores.length]).entries().stream()
                .map(Entry::label)
                .toList();
    }

    @Test
    void putsTheHighestScoreFirst() {
        Ranking ranking = Ranking.of(List.of("a", "b", "c"), new double[] {-1, 7, 2}, new double[] {0.1, 0.7, 0.2});
        assertThat(ranking.entries())
                .containsExactly(new Entry("b", 7, 0.7), new Entry("c", 2, 0.2), new Entry("a", -1, 0.1));
        assertThat(ranking.best()).isEqualTo(new Entry("b", 7, 0.7));
    }

    @Test
    void breaksTiesByTheOrderOfTheLabels() {
        assertThat(order(1, 2, 1, 2, 1)).containsExactly("b", "d", "a", "c", "e");
        assertThat(order(0, 0, 0)).containsExactly("a", "b", "c");
    }

    /** A negated distance of nothing is -0; it is no worse than 0. */
    @Test
    void takesNegativeZeroForZero() {
        assertThat(order(-0.0, 0.0, -0.0)).containsExactly("a", "b", "c");
    }

    @Test
    void sortsTheLargestAndSmallestScores() {
        assertThat(order(-Double.MAX_VALUE, Double.MIN_VALUE, Double.MAX_VALUE, 0))
                .containsExactly("c", "b", "d", "a");
    }

    @Test
    void givesTheBestFew() {
        Ranking ranking = Ranking.of(List.of("a", "b", "c"), new double[] {1, 3, 2}, new double[3]);
        assertThat(ranking.top(2)).extracting(Entry::label).containsExactly("b", "c");
        assertThat(ranking.top(3)).isEqualTo(ranking.entries());
        assertThat(ranking.top(Integer.MAX_VALUE)).isEqualTo(ranking.entries());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesToGiveNone(int k) {
        Ranking ranking = Ranking.of(List.of("a"), new double[1], new double[1]);
        assertThatThrownBy(() -> ranking.top(k))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be at least 1, not " + k);
    }

    @Test
    void refusesNoLabel() {
        assertThatThrownBy(() -> new Ranking(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ranking.of(List.of(), new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A ranking needs at least one label");
    }

    @Test
    void refusesMismatchedLengths() {
        assertThatThrownBy(() -> Ranking.of(List.of("a", "b"), new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 labels, 3 scores and 2 probabilities");
        assertThatThrownBy(() -> Ranking.of(List.of("a", "b"), new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotChangeWithTheCallersListOrItsOwnViews() {
        List<Entry> entries = new ArrayList<>(List.of(new Entry("a", 1, 1)));
        Ranking ranking = new Ranking(entries);
        entries.clear();
        assertThat(ranking.entries()).hasSize(1);
        assertThatThrownBy(() -> ranking.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ranking.top(1).clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
