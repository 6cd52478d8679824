package io.github.zsl4j.cli;

import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.train.methods.GradientMethods;
import io.github.zsl4j.train.picture.ConditionalGan;
import io.github.zsl4j.train.picture.ConditionalVae;
import io.github.zsl4j.train.picture.ContactSheet;
import io.github.zsl4j.train.picture.PictureGenerator;
import io.github.zsl4j.train.picture.PictureGeneratorFile;
import io.github.zsl4j.train.picture.PictureListener.Progress;
import io.github.zsl4j.train.picture.PictureRun;
import io.github.zsl4j.train.picture.PictureTrainer;
import io.github.zsl4j.train.picture.shapes.ShapeJudge;
import io.github.zsl4j.train.picture.shapes.ShapesData;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Trains a generator of pictures on drawn shapes. */
final class PictureTraining {

    /** Texts on a sheet of samples, and pictures of each. */
    private static final int ROWS = 12;

    private static final int COLUMNS = 8;

    /** Pictures of each combination that are judged. */
    private static final int JUDGED = 20;

    /** The methods by the names that people use. */
    enum Kind {
        vae,
        gan
    }

    /**
     * What is wanted of a training.
     *
     * @param encoder of the shapes' descriptions
     * @param out the generator's file
     * @param seed of everything
     * @param zoom of the sheet of samples
     */
    record Order(Encoder<String> encoder, Path out, long seed, int zoom) {}

    @Option(names = "--train", description = "Train a generator, on PyTorch.")
    private boolean train;

    @Option(
            names = "--method",
            paramLabel = "M",
            description = "vae, a variational autoencoder, or gan, an adversarial network (default: vae).")
    private Kind method;

    @Option(names = "--epochs", paramLabel = "N", description = "How often the drawings are gone through (default: 8).")
    private Integer epochs;

    @Option(
            names = "--pictures",
            paramLabel = "N",
            description = "Drawings of each of the 144 combinations (default: 50).")
    private Integer pictures;

    @Option(
            names = "--sheet",
            paramLabel = "PNG",
            description = "Write samples of held-out combinations while training, over the ones before.")
    private Path sheet;

    @Option(names = "--every", paramLabel = "N", description = "Epochs from one sheet to the next (default: 1).")
    private Integer every;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Write the state of the training after each epoch, and go on from it if it is there.")
    private Path checkpoint;

    @Option(
            names = "--judge",
            description =
                    "Tell at the end how often held-out combinations are drawn right, by a classifier that is trained"
                            + " on real drawings; takes half a minute more.")
    private boolean judge;

    boolean wanted() {
        return train;
    }

    /** @throws UsageException if the options contradict one another or are out of range */
    void requireSense() {
        boolean options = method != null || epochs != null || pictures != null || checkpoint != null || judge;
        if (!train && (options || sheet != null || every != null)) {
            throw new UsageException(
                    "--method, --epochs, --pictures, --sheet, --every, --checkpoint and --judge are for --train");
        }
        if (every != null && sheet == null) {
            throw new UsageException("--every says how often a --sheet is written");
        }
        requirePositive("--epochs", epochs);
        requirePositive("--pictures", pictures);
        requirePositive("--every", every);
    }

    private static void requirePositive(String option, Integer value) {
        if (value != null && value < 1) {
            throw new UsageException(option + " must be at least 1, not " + value);
        }
    }

    void run(Order order, Output output) {
        if (!new GradientMethods().canRun()) {
            throw new ModelException("a generator is trained on PyTorch, which this program was built without; in a"
                    + " clone, 'ZSL_PYTORCH=1 ./zsl ...' builds it with it (a download of about 130 MB)");
        }
        int each = pictures == null ? ShapesData.EACH : pictures;
        ShapesData data = ShapesData.of(order.encoder(), each, order.seed());
        PictureGenerator generator = fit(data, order, output);
        PictureGeneratorFile.write(order.out(), generator);
        if (judge) {
            double right = data.judge(generator, ShapeJudge.train(order.seed()), JUDGED, order.seed())
                    .right();
            output.text(line("held-out combinations drawn right: %.1f %%", 100 * right));
        }
    }

    private PictureGenerator fit(ShapesData data, Order order, Output output) {
        PictureRun run = PictureRun.silent().withListener(progress -> {
            output.text(text(progress));
            write(progress, data, order);
        });
        try {
            return trainer(order.seed())
                    .fit(data.examples(), checkpoint == null ? run : run.withCheckpoint(checkpoint));
        } catch (IllegalArgumentException | ArithmeticException | UncheckedIOException e) {
            throw new ZslException(e.getMessage(), e);
        }
    }

    private PictureTrainer trainer(long seed) {
        PictureTrainer trainer = method == Kind.gan ? ConditionalGan.ofShapes(seed) : ConditionalVae.ofShapes(seed);
        return epochs == null ? trainer : trainer.withOptions(trainer.options().withEpochs(epochs));
    }

    private static String text(Progress progress) {
        StringJoiner parts = new StringJoiner(", ");
        progress.losses().forEach((name, loss) -> parts.add(String.format(Locale.ROOT, "%s %.3f", name, loss)));
        return line("epoch %d of %d: %s, spread %.2f", progress.epoch(), progress.epochs(), parts, progress.spread());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + System.lineSeparator();
    }

    private void write(Progress progress, ShapesData data, Order order) {
        int step = every == null ? 1 : every;
        if (sheet != null && (progress.epoch() % step == 0 || progress.epoch() == progress.epochs())) {
            int[] rows = IntStream.range(0, ROWS)
                    .map(i -> i * data.heldOut().rows() / ROWS)
                    .toArray();
            ContactSheet.write(
                    sheet,
                    progress.generator().draw(data.heldOut().select(rows), COLUMNS, order.seed()),
                    COLUMNS,
                    order.zoom());
        }
    }
}
