package io.github.zsl4j.train.picture.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.picture.PictureExamples;
import io.github.zsl4j.train.picture.SmallPicture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesWorldTest {

    private static final Combination ONE = new Combination(Form.TRIANGLE, Colour.BLUE, Texture.STRIPED, Size.SMALL);

    @Test
    void describesCombinationsInWords() {
        assertThat(ONE.text()).isEqualTo("small blue striped triangle");
        assertThat(Combination.all()).hasSize(180).doesNotHaveDuplicates();
        assertThat(Combination.all()).extracting(Combination::text).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void holdsOutCombinationsWhosePairsAreAllSeen(long seed) {
        Split split = Split.of(seed);
        assertThat(split.heldOut()).hasSize(36).doesNotContainAnyElementsOf(split.seen());
        assertThat(split.seen()).hasSize(144);
        assertThat(pairs(split.seen())).isEqualTo(pairs(Combination.all()));
        assertThat(Split.of(seed)).isEqualTo(split);
        assertThat(Split.of(seed + 1)).isNotEqualTo(split);
    }

    private static Set<Set<Enum<?>>> pairs(List<Combination> combinations) {
        Set<Set<Enum<?>>> pairs = new HashSet<>();
        for (Combination combination : combinations) {
            for (Enum<?> first : combination.values()) {
                combination.values().forEach(second -> pairs.add(new HashSet<>(List.of(first, second))));
            }
        }
        return pairs;
    }

    @Test
    void refusesToHoldOutTooMuch() {
        assertThat(Split.of(0, 1).heldOut()).isEmpty();
        assertThatThrownBy(() -> Split.of(175, 1)).hasMessageContaining("175");
        assertThatThrownBy(() -> Split.of(-1, 1)).hasMessageContaining("-1");
    }

    /** The sum of all pixels of some drawings, as it was on the machine where this test was written. */
    @Test
    void drawsTheSameOnAnyMachine() {
        long sum = 0;
        for (SmallPicture picture : ShapesWorld.draw(Combination.all(), 1, 7)) {
            for (byte value : picture.toBytes()) {
                sum = 31 * sum + (value & 0xff);
            }
        }
        assertThat(sum).isEqualTo(SUM);
        assertThat(ShapesWorld.draw(List.of(ONE), 2, 7)).doesNotHaveDuplicates();
    }

    private static final long SUM = 7843603222262911494L;

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 77, 121, 179})
    void drawsWhatIsSaid(int index) {
        Combination combination = Combination.all().get(index);
        SmallPicture picture = ShapesWorld.draw(combination, new Random(index));
        byte[] rgb = picture.toBytes();
        int middle = 3 * (16 * 32 + 16);
        int[] corner = {rgb[0] & 0xff, rgb[1] & 0xff, rgb[2] & 0xff};
        assertThat(corner[0]).isEqualTo(corner[1]).isEqualTo(corner[2]).isBetween(178, 255);
        assertThat(Arrays.copyOfRange(rgb, middle, middle + 3)).isNotEqualTo(Arrays.copyOf(rgb, 3));
        long inked = java.util.stream.IntStream.range(0, 1024)
                .filter(i ->
                        Math.abs((rgb[3 * i] & 0xff) - corner[0]) + Math.abs((rgb[3 * i + 2] & 0xff) - corner[2]) > 40)
                .count();
        assertThat(inked)
                .isBetween(
                        combination.size() == Size.SMALL ? 60L : 160L, combination.size() == Size.SMALL ? 260L : 520L);
    }

    @Test
    void makesExamplesOfDrawingsAndTexts() {
        EmbeddingMatrix texts = EmbeddingMatrix.of(EmbeddingSpace.of("two", 2), new float[] {1, 2, 3, 4});
        List<Combination> two = Combination.all().subList(0, 2);
        PictureExamples examples = ShapesWorld.examples(two, texts, 3, 1);
        assertThat(examples.size()).isEqualTo(6);
        assertThat(examples.side()).isEqualTo(32);
        assertThat(examples.label(2)).isZero();
        assertThat(examples.label(3)).isEqualTo(1);
        assertThatThrownBy(() -> ShapesWorld.examples(Combination.all(), texts, 1, 1))
                .hasMessageContaining("2 texts");
    }
}
