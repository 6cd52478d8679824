package io.github.zsl4j.train.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.LossCheck;
import io.github.zsl4j.train.gradient.Convolution;
import io.github.zsl4j.train.gradient.FeatureMaps;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Planes;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Losses, gradients and layers are those of PyTorch in Python, in both of their forms; the controls' are not. */
class PictureGradientTest {

    private static final int N = 6;
    private static final int PIXELS = 3 * Pictorial.SIDE * Pictorial.SIDE;
    private static final int NOISE = 3;
    private static final int K = 4;

    private static final float[] PICTURES = Pictorial.wave(N * PIXELS, 0.3, 0, 1);
    private static final float[] CONDITIONS = Pictorial.wave(N * K, 0.7, -1, 1);
    private static final float[] Z = Pictorial.wave(N * NOISE, 1.1, -1, 1);

    /** Five conditions in general position have four principal components. */
    private static PictureExamples examples() {
        float[] values = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0};
        EmbeddingMatrix conditions = EmbeddingMatrix.of(EmbeddingSpace.of("axes", 4), values);
        SmallPicture picture = Pictorial.picture(0, 0);
        return PictureExamples.of(
                List.of(picture, picture, picture, picture, picture), new int[] {0, 1, 2, 3, 4}, conditions);
    }

    @Test
    void isThatOfPyTorchForAnAutoencoder() {
        VaeTask task = new VaeTask(new ConditionalVae(NOISE, 2, 0.5, Pictorial.options(1)), examples());
        List<Parameter> parameters = Pictorial.parameters(task.initial(new Random(0)));
        Gradients found = Gradients.of(
                parameters,
                graph -> task.loss(
                        graph,
                        graph.constant(PIXELS, PICTURES),
                        graph.constant(K, CONDITIONS),
                        graph.constant(NOISE, Z)));
        LossCheck.check(Pictorial.goldens().getAsJsonObject("vae"), found);
    }

    @Test
    void isThatOfPyTorchForAnAdversarialNetwork() {
        GanTask task = new GanTask(new ConditionalGan(NOISE, 2, Pictorial.options(1)), examples());
        List<Parameter> parameters = Pictorial.parameters(task.initial(new Random(0)));
        float[] others = new float[CONDITIONS.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = CONDITIONS[(i + K) % others.length];
        }
        Gradients found = Gradients.of(
                parameters,
                graph -> task.loss(
                        graph,
                        graph.constant(PIXELS, PICTURES),
                        List.of(graph.constant(K, CONDITIONS), graph.constant(K, others)),
                        List.of(graph.constant(NOISE, Z), graph.constant(PIXELS, new float[N * PIXELS]))));
        LossCheck.check(Pictorial.goldens().getAsJsonObject("gan"), found);
    }

    /** Singular values 3 and 1, with the larger's vectors not far from the start. */
    @Test
    void dividesByTheLargestSingularValue() {
        float[] matrix = {2, 1, 1, 2};
        Gradients.of(List.of(new Parameter("m", 2, 2, matrix)), graph -> {
            Variable normal = SpectralNorm.of(graph, graph.parameter("m"));
            float[] expected = {2 / 3f, 1 / 3f, 1 / 3f, 2 / 3f};
            assertThat(normal.values()).containsExactly(expected, within(1e-5f));
            return normal.sum();
        });
    }

    @Test
    void isThatOfPyTorchForEachLayer() {
        Convolution halving = Convolution.halving("a", 3, 8);
        Convolution same = Convolution.same("b", 8, 4);
        List<Parameter> initial = new ArrayList<>(halving.initial(new Random(0)));
        initial.addAll(same.initial(new Random(0)));
        List<Parameter> parameters = Pictorial.parameters(initial);
        float[] maps = Pictorial.wave(2 * PIXELS, 0.2, -1, 1);
        float[] film = Pictorial.wave(2 * 16, 0.9, -1, 1);
        List<float[]> found = new ArrayList<>();
        Gradients.of(parameters, graph -> {
            Variable result = layers(graph, halving, same, graph.constant(PIXELS, maps), graph.constant(16, film));
            found.add(result.values());
            return result.sum();
        });
        requireGolden(found.get(0));
        Trained trained = new Trained(parameters);
        float[] plain = new float[found.get(0).length];
        for (int n = 0; n < 2; n++) {
            Planes one = new Planes(3, 8, Arrays.copyOfRange(maps, n * PIXELS, (n + 1) * PIXELS));
            Planes middle = halving.apply(trained, one).leakyRelu().modulated(film, 16 * n);
            Planes end = same.apply(trained, middle).unfolded();
            System.arraycopy(end.values(), 0, plain, n * plain.length / 2, plain.length / 2);
        }
        requireGolden(plain);
    }

    private static Variable layers(Graph graph, Convolution first, Convolution second, Variable maps, Variable film) {
        return second.apply(
                        graph::parameter,
                        first.apply(graph::parameter, FeatureMaps.of(maps, 3))
                                .leakyRelu()
                                .modulated(film.columns(0, 8), film.columns(8, 16)))
                .unfolded()
                .rows();
    }

    private static void requireGolden(float[] found) {
        JsonArray golden = Pictorial.goldens().getAsJsonArray("maps");
        assertThat(found).hasSize(golden.size());
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(golden.get(i).getAsFloat(), within(1e-5f));
        }
    }

    /** What draws without PyTorch draws the same. */
    @Test
    void drawsInPlainJavaWhatTheGraphDraws() {
        Decoder decoder = new Decoder(16, NOISE, K, 3);
        List<Parameter> parameters = Pictorial.parameters(decoder.initial(new Random(0)));
        float[] noise = Arrays.copyOf(Z, NOISE);
        float[] condition = Arrays.copyOf(CONDITIONS, K);
        List<float[]> planes = new ArrayList<>();
        Gradients.of(parameters, graph -> {
            Variable code = decoder.code(graph, graph.constant(K, condition));
            Variable drawn = decoder.apply(graph, graph.constant(NOISE, noise), code);
            planes.add(drawn.values());
            return drawn.sum();
        });
        byte[] graph = SmallPicture.ofPlanes(16, planes.get(0)).toBytes();
        byte[] plain = decoder.apply(new Trained(parameters), noise, condition).toBytes();
        for (int i = 0; i < plain.length; i++) {
            // Half of a 255th may be rounded either way.
            assertThat(Math.abs((plain[i] & 0xff) - (graph[i] & 0xff))).isLessThanOrEqualTo(1);
        }
        byte[] other =
                decoder.apply(new Trained(parameters), noise, new float[K]).toBytes();
        assertThat(other).isNotEqualTo(plain);
    }
}
