package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.TreeRanking.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeRankingTest {

    private static final LabelTree TREE = LabelTree.parse(List.of(
            "animal",
            "cat\tanimal",
            "dog\tanimal",
            "siamese\tcat",
            "tabby\tcat",
            "poodle\tdog",
            "vehicle",
            "car\tvehicle"));

    /** "dog" is ranked beside its child "poodle": it stands for other dogs. Eighths keep sums exact. */
    private static final TreeRanking RANKED =
            TREE.rank(ranking(Map.of("siamese", 0.25, "tabby", 0.25, "poodle", 0.125, "dog", 0.125, "car", 0.25)));

    private static Ranking ranking(Map<String, Double> probabilities) {
        List<String> labels = probabilities.keySet().stream().sorted().toList();
        double[] p = labels.stream().mapToDouble(probabilities::get).toArray();
        return Ranking.of(labels, p, p);
    }

    @Test
    void aLabelHasTheProbabilitiesOfAllBelowIt() {
        assertThat(RANKED.probability("cat")).isEqualTo(0.5);
        assertThat(RANKED.probability("animal")).isEqualTo(0.75);
        assertThat(RANKED.probability("vehicle")).isEqualTo(0.25);
        assertThat(RANKED.probability("siamese")).isEqualTo(0.25);
    }

    @Test
    void aRankedLabelWithRankedOnesBelowStandsForTheRest() {
        assertThat(RANKED.probability("dog")).isEqualTo(0.25);
        assertThat(RANKED.level(2)).contains(new Node("dog", 1, 0.125), new Node("poodle", 2, 0.125));
        assertThat(RANKED.level(1)).contains(new Node("dog", 1, 0.25));
    }

    @Test
    void everyLevelIsARankingWithTiesInTheOrderOfTheTree() {
        assertThat(RANKED.level(0)).containsExactly(new Node("animal", 0, 0.75), new Node("vehicle", 0, 0.25));
        assertThat(RANKED.level(1))
                .containsExactly(new Node("cat", 1, 0.5), new Node("dog", 1, 0.25), new Node("car", 1, 0.25));
        assertThat(RANKED.level(2)).extracting(Node::label).containsExactly("car", "siamese", "tabby", "dog", "poodle");
    }

    @Test
    void leavesOutWhatIsNotRanked() {
        TreeRanking few = TREE.rank(ranking(Map.of("cat", 0.75, "car", 0.25)));
        assertThat(few.level(2)).containsExactly(new Node("cat", 1, 0.75), new Node("car", 1, 0.25));
        assertThat(few.probability("dog")).isZero();
        assertThat(few.probability("tabby")).isZero();
        assertThat(few.deepest(1e-9)).contains(new Node("cat", 1, 0.75));
    }

    @Test
    void followsThePathToTheBestLabel() {
        assertThat(RANKED.bestPath()).containsExactly(new Node("vehicle", 0, 0.25), new Node("car", 1, 0.25));
        TreeRanking siamese = TREE.rank(ranking(Map.of("siamese", 0.75, "car", 0.25)));
        assertThat(siamese.bestPath())
                .containsExactly(new Node("animal", 0, 0.75), new Node("cat", 1, 0.75), new Node("siamese", 2, 0.75));
    }

    @ParameterizedTest
    @CsvSource({"0.75,animal", "0.6,animal", "0.5,cat", "0.25,siamese", "0.2,siamese"})
    void answersWithTheDeepestLabelThatIsProbableEnough(double threshold, String label) {
        assertThat(RANKED.deepest(threshold)).map(Node::label).contains(label);
    }

    @Test
    void mayHaveNoAnswerAmongSeveralRoots() {
        assertThat(RANKED.deepest(0.76)).isEmpty();
    }

    @Test
    void answersWithTheRootAtLeast() {
        double tenth = 0.1; // ten tenths sum to less than one in doubles
        LabelTree flat = LabelTree.parse(List.of(
                "all", "a\tall", "b\tall", "c\tall", "d\tall", "e\tall", "f\tall", "g\tall", "h\tall", "i\tall",
                "j\tall"));
        String[] labels = "a b c d e f g h i j".split(" ");
        double[] p = new double[10];
        Arrays.fill(p, tenth);
        TreeRanking even = flat.rank(Ranking.of(List.of(labels), p, p));
        assertThat(even.deepest(1)).map(Node::label).contains("all");
        assertThat(even.deepest(0.1)).map(Node::label).contains("a");
    }

    /** A random tree of labels "0", "1", … whose parents have lower numbers, and a ranking of a random part of it. */
    private static TreeRanking draw(Random random, int size, LabelTree tree) {
        List<String> ranked = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (random.nextBoolean() || i == size - 1) {
                ranked.add(Integer.toString(i));
            }
        }
        double[] scores = random.doubles(ranked.size()).toArray();
        return tree.rank(Ranking.of(ranked, scores, Calibration.softmax(5).probabilities(scores)));
    }

    private static LabelTree tree(Random random, int size) {
        Map<String, String> parents = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            int parent = i == 0 ? -1 : random.nextInt(i + 1) - 1;
            parents.put(Integer.toString(i), parent < 0 ? "" : Integer.toString(parent));
        }
        return LabelTree.of(parents);
    }

    @Property
    void everyLevelSumsToOneAndNoChildIsAboveItsParent(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
        Random random = new Random(seed);
        LabelTree tree = tree(random, size);
        TreeRanking ranking = draw(random, size, tree);
        for (int depth = 0; depth <= tree.height(); depth++) {
            double sum =
                    ranking.level(depth).stream().mapToDouble(Node::probability).sum();
            assertThat(sum).isCloseTo(1, within(1e-12)); // sums of 30 numbers up to 1
        }
        for (String label : tree.labels()) {
            double above = tree.parent(label).map(ranking::probability).orElse(1.0);
            assertThat(ranking.probability(label)).isBetween(0.0, above + 1e-12);
        }
    }

    @Property
    void aHigherThresholdNeverGivesADeeperAnswer(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int size,
            @ForAll @DoubleRange(min = 0.01, max = 1) double a,
            @ForAll @DoubleRange(min = 0.01, max = 1) double b) {
        Random random = new Random(seed);
        LabelTree tree = tree(random, size);
        TreeRanking ranking = draw(random, size, tree);
        int shallow = ranking.deepest(Math.max(a, b)).map(Node::depth).orElse(-1);
        int deep = ranking.deepest(Math.min(a, b)).map(Node::depth).orElse(-1);
        assertThat(deep).isGreaterThanOrEqualTo(shallow);
    }

    @Test
    void refusesRankedLabelsThatAreNotInTheTree() {
        Ranking lion = ranking(Map.of("cat", 0.5, "lion", 0.5));
        assertThatThrownBy(() -> TREE.rank(lion))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The label 'lion' is not in the tree");
        assertThatThrownBy(() -> RANKED.probability("lion")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesProbabilitiesOfIndependentLabels() {
        for (double p : new double[] {0.9, 0.1, Double.NaN}) {
            Ranking independent = ranking(Map.of("cat", p, "dog", p));
            assertThatThrownBy(() -> TREE.rank(independent))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sum to " + 2 * p)
                    .hasMessageContaining("softmax");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void refusesLevelsThatItDoesNotHave(int depth) {
        assertThatThrownBy(() -> RANKED.level(depth))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tree has depths 0 to 2, not " + depth);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void refusesOtherThresholds(double threshold) {
        assertThatThrownBy(() -> RANKED.deepest(threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threshold must be above 0");
    }
}
