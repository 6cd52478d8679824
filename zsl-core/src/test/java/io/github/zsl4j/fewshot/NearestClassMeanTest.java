package io.github.zsl4j.fewshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestClassMeanTest {

    private static final NearestClassMean METHOD = new NearestClassMean(Similarity.COSINE, SphereWorld.SCALE);

    private final SphereWorld world = new SphereWorld(4);
    private final SupportSet queries = world.examples(30, 1.5);

    @Test
    void learnsMoreFromMoreExamples() {
        double one = SphereWorld.accuracy(METHOD.fit(world.examples(1, 1.5)), queries);
        double five = SphereWorld.accuracy(METHOD.fit(world.examples(5, 1.5)), queries);
        assertThat(one).isGreaterThan(3.0 / SphereWorld.CLASSES);
        assertThat(five).isGreaterThan(one + 0.1).isGreaterThan(0.8);
    }

    /** Negative control: with wrong labels it knows less than chance. */
    @Test
    void learnsNothingFromWrongLabels() {
        Ranker wrong = METHOD.fit(SphereWorld.mislabelled(world.examples(5, 1.5)));
        assertThat(SphereWorld.accuracy(wrong, queries)).isLessThan(1.0 / SphereWorld.CLASSES);
    }

    @Test
    void scoresAsTheRankerOfTheMeansDoes() {
        SupportSet support = world.examples(3, 1.5);
        assertThat(METHOD.fit(support).scores(queries.vectors()))
                .isDeepEqualTo(SphereWorld.ranker(support.prototypes()).scores(queries.vectors()));
    }

    @Test
    void takesBothKindsOfKnowledgeOfAClass() {
        SupportSet support = world.examples(1, 1.5);
        Prototypes described = world.described(1.5);
        double both = SphereWorld.accuracy(METHOD.fit(support, described), queries);
        assertThat(both).isGreaterThan(SphereWorld.accuracy(METHOD.fit(support), queries));
        assertThat(both).isGreaterThan(SphereWorld.accuracy(SphereWorld.ranker(described), queries));
    }

    /** Half of the classes by words that are far from all pictures, half by examples. */
    @Test
    void letsDescribedClassesWinBesideThoseWithExamples() {
        SupportSet support = world.examples(4, 1.5);
        Prototypes far = away(world.described(0.5));
        int[] chosen = IntStream.range(0, support.size())
                .filter(i -> i % SphereWorld.CLASSES >= 5)
                .toArray();
        SupportSet half = support.select(chosen);
        SupportSet words = queries.select(IntStream.range(0, queries.size())
                .filter(i -> i % SphereWorld.CLASSES < 5)
                .toArray());
        Ranker corrected = METHOD.fit(half, far);
        PrototypeRanker plain = SphereWorld.ranker(far.union(half.prototypes()));
        assertThat(corrected.labels()).isEqualTo(SphereWorld.labels());
        assertThat(SphereWorld.accuracy(corrected, words)).isGreaterThan(0.8);
        // Negative control: without the correction they lose.
        assertThat(SphereWorld.accuracy(plain, words)).isLessThan(SphereWorld.accuracy(corrected, words) - 0.3);
        assertThat(SphereWorld.accuracy(corrected, queries)).isGreaterThan(0.8);
    }

    /** The first five classes, as far from all pictures as 3 in a dimension that these do not have. */
    private static Prototypes away(Prototypes described) {
        EmbeddingMatrix unit = described.vectors().unit().select(0, 1, 2, 3, 4);
        float[] values = unit.toArray();
        for (int i = 1; i <= unit.rows(); i++) {
            values[i * unit.dimension() - 1] = 3;
        }
        return Prototypes.of(SphereWorld.labels().subList(0, 5), EmbeddingMatrix.wrap(unit.space(), values));
    }

    @Test
    void fitsItsTemperature() {
        Ranker easy = METHOD.fit(world.examples(5, 0.5));
        Ranker hard = METHOD.fit(world.examples(5, 3));
        assertThat(hard.calibration().scale())
                .isLessThan(SphereWorld.SCALE)
                .isLessThan(easy.calibration().scale());
    }

    @Test
    void refusesAScaleThatIsNone() {
        assertThatThrownBy(() -> new NearestClassMean(Similarity.COSINE, 0)).hasMessageContaining("scale");
        assertThat(METHOD.fit(world.examples(1, 1)).labels()).isEqualTo(SphereWorld.labels());
        assertThat(List.of(METHOD)).contains(new NearestClassMean(Similarity.COSINE, SphereWorld.SCALE));
    }
}
