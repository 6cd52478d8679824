package io.github.zsl4j.train.crossmodal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadsTest {

    private static final TrainingOptions OPTIONS = TrainingOptions.of(1);
    private static final EmbeddingMatrix VECTORS = Reference.training().semantics();

    /** 10 dimensions to 6. */
    private static Head head(String name) {
        Head plain = name.endsWith("2") ? Head.twoLayers(5) : Head.linear();
        return name.startsWith("rest") ? plain.residualOfRest() : name.startsWith("all") ? plain.residual() : plain;
    }

    @ParameterizedTest
    @ValueSource(strings = {"all1", "all2", "rest1", "rest2"})
    void beginsAsTheIdentityIfResidual(String name) {
        HeadNetwork network = HeadNetwork.of("head", head(name), 10, 6);
        Trained begun = new Trained(network.initial(new Random(1)));
        EmbeddingMatrix mapped = network.alignment(begun, VECTORS.space()).apply(VECTORS);
        for (int i = 0; i < VECTORS.rows(); i++) {
            float[] leading = java.util.Arrays.copyOf(VECTORS.row(i).toArray(), 6);
            assertThat(mapped.row(i).toArray()).containsExactly(leading);
        }
    }

    /** The stored maps compute in doubles what training computes in floats. */
    @ParameterizedTest
    @ValueSource(strings = {"free1", "free2", "all1", "all2", "rest1", "rest2"})
    void mapsAsItWasTrained(String name) {
        HeadNetwork network = HeadNetwork.of("head", head(name), 10, 6);
        List<Parameter> parameters = network.initial(new Random(1)).stream()
                .map(p -> Parameter.uniform(p.name(), p.rows(), p.columns(), 0.5, new Random(2)))
                .toList();
        float[] mapped = network.alignment(new Trained(parameters), VECTORS.space())
                .apply(VECTORS)
                .toArray();
        Gradients.of(parameters, graph -> {
            var trained = network.apply(graph, graph.constant(10, VECTORS.toArray()));
            assertThat(trained.values()).containsExactly(mapped, within(1e-5f));
            return trained.mean();
        });
    }

    @Test
    void leavesFeaturesAloneIfOnlyTextsAreCarried() {
        TrainingSet seen = Reference.training();
        Heads heads = new Heads(Head.linear(), Head.identity(), 10);
        SemanticAlignment fitted = new Matching(heads, ProjectionLoss.COSINE, OPTIONS).fit(seen);
        assertThat(fitted.semantics().get(0).apply(seen.semantics()).toArray())
                .containsExactly(seen.semantics().toArray());
    }

    @Test
    void takesAllTextsOfAPictureAsItsOwn() {
        EmbeddingMatrix twice = Reference.training().features().select(0, 0, 1, 13);
        TrainingSet set = TrainingSet.of(twice, new int[] {0, 1, 1, 2}, VECTORS.select(0, 1, 2));
        assertThat(same(set)).containsExactly(1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void takesTextsOfEqualSemanticsAsOne() {
        EmbeddingMatrix features = Reference.training().features().select(0, 13, 26);
        TrainingSet set = TrainingSet.of(features, new int[] {0, 1, 2}, VECTORS.select(3, 4, 3));
        assertThat(same(set)).containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1);
    }

    private static int[] same(TrainingSet set) {
        int[] rows = java.util.stream.IntStream.range(0, set.size()).toArray();
        int[][] found = new int[1][];
        Parameter any = new Parameter("any", 1, 1, new float[1]);
        Gradients.of(List.of(any), graph -> {
            float[] same = Pairs.of(set).same(graph, rows).values();
            found[0] = new int[same.length];
            java.util.Arrays.setAll(found[0], i -> (int) same[i]);
            return graph.parameter("any").sum();
        });
        return found[0];
    }

    @Test
    void joinsTwoEncodersOfLengthOne() {
        Encoder<String> joined = new JoinedEncoder<>(encoder("a", 3, 0), encoder("b", 0, 2));
        assertThat(joined.space().dimension()).isEqualTo(4);
        assertThat(joined.encodeAll(List.of("x", "y")).toArray()).containsExactly(1, 0, 0, 1, 1, 0, 0, 1);
        assertThat(joined.space()).isNotEqualTo(new JoinedEncoder<>(encoder("b", 0, 2), encoder("a", 3, 0)).space());
    }

    private static Encoder<String> encoder(String name, float... vector) {
        return new Encoder<>() {
            @Override
            public EmbeddingSpace space() {
                return EmbeddingSpace.of(name, vector.length);
            }

            @Override
            public EmbeddingMatrix encodeAll(List<? extends String> items) {
                EmbeddingMatrix one = EmbeddingMatrix.of(space(), vector);
                return one.select(new int[items.size()]);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void refusesOptionsOutOfRange() {
        Heads heads = Heads.both(Head.linear(), 12);
        assertThatThrownBy(() -> Head.twoLayers(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Head(Head.Form.IDENTITY, 3)).hasMessageContaining("3");
        assertThatThrownBy(() -> Heads.both(Head.identity(), 12)).hasMessageContaining("nothing to learn");
        assertThatThrownBy(() -> Heads.both(Head.linear(), -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new InfoNce(heads, 0.001, true, OPTIONS)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> new InfoNce(heads, Double.NaN, true, OPTIONS)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Triplet(heads, 0, Triplet.Negatives.ALL, OPTIONS))
                .hasMessageContaining("margin");
        assertThatThrownBy(() -> new Matching(heads, ProjectionLoss.COSINE, OPTIONS))
                .hasMessageContaining("one point");
    }

    @Test
    void refusesHeadsThatDoNotFitTheData() {
        Heads wide = new Heads(Head.linear(), Head.linear().residual(), 11);
        assertThatThrownBy(() -> InfoNce.of(wide, OPTIONS).fit(Reference.training()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10")
                .hasMessageContaining("11");
        Heads toPictures = Heads.toPictures(Head.linear().residualOfRest());
        assertThatThrownBy(() -> InfoNce.of(toPictures, OPTIONS.withOptimiser(Optimiser.sgd(1)))
                        .fit(Reference.training()))
                .hasMessageContaining("16");
    }
}
