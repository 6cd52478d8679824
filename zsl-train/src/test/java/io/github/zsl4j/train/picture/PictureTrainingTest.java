package io.github.zsl4j.train.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.Validation;
import io.github.zsl4j.train.picture.PictureListener.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTrainingTest {

    private static final PictureExamples EXAMPLES = Pictorial.examples(16);

    @TempDir
    Path folder;

    static Stream<PictureTrainer> methods() {
        return Stream.of(Pictorial.vae(4), Pictorial.gan(4));
    }

    /** The mean of each colour over some drawings of each condition [4][3]. */
    private static double[][] colours(PictureGenerator generator) {
        double[][] means = new double[4][3];
        List<SmallPicture> drawn = generator.draw(Pictorial.conditions().select(0, 1, 2, 3), 20, 9);
        for (int i = 0; i < drawn.size(); i++) {
            byte[] rgb = drawn.get(i).toBytes();
            for (int j = 0; j < rgb.length; j++) {
                means[i / 20][j % 3] += (rgb[j] & 0xff) / (20.0 * rgb.length / 3);
            }
        }
        return means;
    }

    @Test
    void drawsTheColourThatIsAskedForInPlacesThatDiffer() {
        List<Progress> told = new ArrayList<>();
        PictureGenerator generator =
                Pictorial.vae(90).fit(EXAMPLES, PictureRun.silent().withListener(told::add));
        double[][] colours = colours(generator);
        assertThat(colours[0][0]).isBetween(70.0, 140.0);
        assertThat(colours[1][0]).isGreaterThan(colours[0][0] + 60);
        assertThat(colours[3][2]).isGreaterThan(colours[2][2] + 60);
        assertThat(colours[1][0]).isGreaterThan(colours[3][0] + 60);
        Progress last = told.get(told.size() - 1);
        assertThat(told).hasSize(90);
        assertThat(last.losses().keySet()).containsExactly("reconstruction", "divergence");
        assertThat(last.losses().get("reconstruction"))
                .isLessThan(told.get(0).losses().get("reconstruction") / 2);
        assertThat(last.spread()).isBetween(0.5, 1.5);
        assertThat(colours(last.generator())).isDeepEqualTo(colours);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void resumesToExactlyTheSameResult(PictureTrainer method) {
        Path file = folder.resolve("training");
        PictureRun run = PictureRun.silent().withCheckpoint(file);
        PictureListener killer = progress -> {
            if (progress.epoch() == 2) {
                throw new IllegalStateException("killed");
            }
        };
        double[][] expected = colours(method.fit(EXAMPLES));
        assertThatThrownBy(() -> method.fit(EXAMPLES, run.withListener(killer))).hasMessage("killed");
        List<Integer> epochs = new ArrayList<>();
        PictureGenerator resumed = method.fit(EXAMPLES, run.withListener(progress -> epochs.add(progress.epoch())));
        assertThat(epochs).containsExactly(3, 4);
        assertThat(colours(resumed)).isDeepEqualTo(expected);
    }

    @Test
    void tellsBothLossesOfAnAdversarialNetwork() {
        List<Progress> told = new ArrayList<>();
        Pictorial.gan(3).fit(EXAMPLES, PictureRun.silent().withListener(told::add));
        assertThat(told.get(2).losses().keySet()).containsExactly("discriminator", "generator");
        assertThat(told.get(2).losses().get("discriminator")).isBetween(0.0, 3.0);
    }

    @Test
    void startsElsewhereWithAnotherSeed() {
        TrainingOptions other = Pictorial.options(1).withSeed(6);
        assertThat(colours(Pictorial.vae(1).withOptions(other).fit(EXAMPLES)))
                .isNotEqualTo(colours(Pictorial.vae(1).fit(EXAMPLES)));
    }

    @Test
    void refusesACheckpointOfOtherPictures() {
        PictureRun run = PictureRun.silent().withCheckpoint(folder.resolve("training"));
        Pictorial.vae(1).fit(EXAMPLES, run);
        assertThatThrownBy(() -> Pictorial.vae(1).fit(Pictorial.examples(15), run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other data");
    }

    /** Steps so small that all drawings stay the grey that they begin with. */
    @Test
    void endsWhenWhatIsDrawnIsAlwaysTheSame() {
        TrainingOptions idle = Pictorial.options(10).withBatchSize(1).withOptimiser(Optimiser.adam(1e-12));
        List<Progress> told = new ArrayList<>();
        assertThatThrownBy(() -> Pictorial.vae(1)
                        .withOptions(idle)
                        .fit(EXAMPLES, PictureRun.silent().withListener(told::add)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("collapsed");
        assertThat(told).hasSize(8);
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        TrainingOptions holding = Pictorial.options(1).withValidation(Validation.pictures(0.1, 1));
        assertThatThrownBy(() -> Pictorial.vae(1).withOptions(holding).fit(EXAMPLES))
                .hasMessageContaining("Validation.none()");
        EmbeddingMatrix same = EmbeddingMatrix.of(EmbeddingSpace.of("same", 2), new float[] {1, 2, 1, 2});
        PictureExamples alike =
                PictureExamples.of(List.of(Pictorial.picture(0, 1), Pictorial.picture(1, 1)), new int[] {0, 1}, same);
        assertThatThrownBy(() -> Pictorial.vae(1).fit(alike)).hasMessageContaining("all 2 are the same");
        SmallPicture odd = SmallPicture.of(5, new byte[75]);
        PictureExamples five = PictureExamples.of(List.of(odd, odd), new int[] {0, 1}, Pictorial.conditions());
        assertThatThrownBy(() -> Pictorial.gan(1).fit(five)).hasMessageContaining("not 5");
    }

    @Test
    void refusesOptionsOutOfRange() {
        TrainingOptions options = Pictorial.options(1);
        assertThatThrownBy(() -> new ConditionalVae(0, 1, 1, options)).hasMessageContaining("0 components");
        assertThatThrownBy(() -> new ConditionalVae(1, 1, 0, options)).hasMessageContaining("deviation");
        assertThatThrownBy(() -> new ConditionalVae(1, 1, Double.NaN, options)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new ConditionalGan(1, 0, options)).hasMessageContaining("0 maps");
    }
}
