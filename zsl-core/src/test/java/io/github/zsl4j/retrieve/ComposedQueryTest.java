package io.github.zsl4j.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposedQueryTest {

    private static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);
    private static final Embedding EAST = Embedding.of(PLANE, 7, 0);
    private static final Embedding NORTH = Embedding.of(PLANE, 0, 0.1f);

    @Test
    void sumsUnitVectors() {
        ComposedQuery query = ComposedQuery.of("east", EAST).plus("north", NORTH, 0.75);
        assertThat(query.vector()).isEqualTo(Embedding.of(PLANE, 0.8f, 0.6f));
        assertThat(ComposedQuery.of("east", EAST).minus("north", NORTH).vector().get(1))
                .isCloseTo((float) -Math.sqrt(0.5), within(1e-6f));
        assertThat(ComposedQuery.of("east", EAST).vector()).isEqualTo(Embedding.of(PLANE, 1, 0));
    }

    @Test
    void mayCancelItselfOut() {
        ComposedQuery nothing = ComposedQuery.of("east", EAST).minus("east", EAST);
        assertThat(nothing.vector()).isEqualTo(Embedding.of(PLANE, 0, 0));
        assertThat(nothing.explain(NORTH, Similarity.COSINE))
                .extracting(Contribution::value)
                .containsExactly(0.0, 0.0);
    }

    private static ComposedQuery random(Random random) {
        return ComposedQuery.of("a", Collection.vector(random))
                .plus("b", Collection.vector(random), 3 * random.nextDouble())
                .minus("c", Collection.vector(random));
    }

    @Property(tries = 50)
    void theOrderOfThePartsAndTheirLengthsDoNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<ComposedQuery.Part> parts = random(random).parts();
        ComposedQuery turned = new ComposedQuery(List.of(parts.get(2), parts.get(0), parts.get(1)));
        assertThat(Similarity.COSINE.between(turned.vector(), new ComposedQuery(parts).vector()))
                .isCloseTo(1, within(1e-5));
    }

    private static double total(ComposedQuery query, Embedding item, Similarity similarity) {
        return query.explain(item, similarity).stream()
                .mapToDouble(Contribution::value)
                .sum();
    }

    @ParameterizedTest
    @EnumSource(names = {"COSINE", "DOT"})
    void contributionsAddUpToTheScore(Similarity similarity) {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            ComposedQuery query = random(random);
            Embedding item = Collection.vector(random);
            double score = similarity.between(query.vector(), item);
            assertThat(total(query, item, similarity)).isCloseTo(score, within(1e-5));
            // Negative control: the sum without one part is another number.
            double first = query.explain(item, similarity).get(0).value();
            assertThat(total(query, item, similarity) - first).isNotCloseTo(score, within(1e-5));
        }
    }

    @Test
    void tellsForAndAgainst() {
        ComposedQuery query = ComposedQuery.of("east", EAST).minus("north", NORTH);
        List<Contribution> parts = query.explain(Embedding.of(PLANE, 3, 4), Similarity.COSINE);
        assertThat(parts).extracting(Contribution::part).containsExactly("east", "north");
        assertThat(parts.get(0).value()).isCloseTo(0.6 / Math.sqrt(2), within(1e-9));
        assertThat(parts.get(1).value()).isCloseTo(-0.8 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void refusesWhatItCannotDo() {
        ComposedQuery query = ComposedQuery.of("east", EAST);
        Embedding other = Embedding.of(EmbeddingSpace.of("other", 2), 1, 1);
        assertRefused(() -> query.plus("other", other), "different spaces");
        assertRefused(() -> query.explain(other, Similarity.DOT), "different spaces");
        assertRefused(() -> query.plus("north", NORTH, Double.NaN), "'north' must be finite");
        assertRefused(() -> new ComposedQuery(List.of()), "at least one part");
        assertRefused(
                () -> query.explain(NORTH, Similarity.NEGATIVE_SQUARED_EUCLIDEAN), "Only a cosine or a dot product");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
