package io.github.zsl4j.cli;

import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.data.npy.NpzWriter;
import io.github.zsl4j.data.trained.GeneratorFile;
import io.github.zsl4j.data.trained.Provenance;
import io.github.zsl4j.data.trained.TrainedGenerator;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.generate.GeneratedFeatures;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.protocol.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a generator of features on the seen classes, and samples the unseen ones. */
@Command(
        name = "features",
        description = "Trains a generator on the seen classes of a benchmark and samples features of the unseen ones.",
        customSynopsis = "zsl generate features --data DIR --method NAME --out FILE [--per-class N] [--generator FILE]"
                + " [--options K=V,...] [--seed N]")
final class GenerateFeaturesCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private MethodArguments arguments;

    @Option(names = "--method", required = true, paramLabel = "NAME", description = "f-clswgan, cvae or cada-vae.")
    private String name;

    @Option(
            names = "--per-class",
            paramLabel = "N",
            description = "How many samples of each unseen class (default: 100).")
    private int perClass = 100;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file of samples to write (.npz).")
    private Path out;

    @Option(names = "--generator", paramLabel = "FILE", description = "Also keep the generator itself (.npz).")
    private Path generator;

    GenerateFeaturesCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (perClass < 1) {
            throw new UsageException("--per-class is at least 1, not " + perClass);
        }
        GeneratedFeatures method = method();
        ZeroShotData data = arguments.read();
        GenerativeModel model = train(method, data);
        int[] unseen = data.unseenClasses();
        EmbeddingMatrix samples = model.generator().sample(data.semantics().select(unseen), perClass, arguments.seed());
        write(samples, model.features().apply(data.trainval().features()), data);
        if (generator != null) {
            GeneratorFile.write(generator, new TrainedGenerator(model, Provenance.of(method, data.trainval())));
        }
        program.output().text(summary(samples, unseen.length, data));
        return ExitCode.OK;
    }

    private GeneratedFeatures method() {
        Method method = arguments.methods(List.of(name)).get(0);
        if (method.candidates().get(0) instanceof GeneratedFeatures generating) {
            return generating;
        }
        throw new UsageException("--method " + name + " generates no features; f-clswgan, cvae and cada-vae do");
    }

    private GenerativeModel train(GeneratedFeatures method, ZeroShotData data) {
        try (LossLine losses = new LossLine(program)) {
            return method.generator(data.trainval(), losses);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ZslException(arguments.folder() + ": " + name + ": " + e.getMessage(), e);
        }
    }

    private void write(EmbeddingMatrix samples, EmbeddingMatrix real, ZeroShotData data) {
        int[] unseen = data.unseenClasses();
        long[] labels = new long[samples.rows()];
        Arrays.setAll(labels, i -> unseen[i / perClass]);
        long[] seen = data.splits().trainval().stream().mapToLong(data::label).toArray();
        try (NpzWriter npz = NpzWriter.create(out, false)) {
            npz.array("features", array(samples)).array("labels", NpyArray.of(labels, labels.length));
            npz.array("seen_features", array(real)).array("seen_labels", NpyArray.of(seen, seen.length));
        } catch (IOException e) {
            throw new ZslException("--out " + out + ": cannot be written (" + e + ")", e);
        }
    }

    private static NpyArray array(EmbeddingMatrix matrix) {
        return NpyArray.of(matrix.toArray(), matrix.rows(), matrix.dimension());
    }

    private String summary(EmbeddingMatrix samples, int unseen, ZeroShotData data) {
        int d = samples.dimension();
        int n = data.splits().trainval().size();
        return String.format(
                "%s holds%n"
                        + "features       float32 [%d, %d]  %d generated samples of each of %d unseen classes%n"
                        + "labels         int64 [%d]  their classes, rows of the benchmark's semantics%n"
                        + "seen_features  float32 [%d, %d]  the training pictures in the space of the samples%n"
                        + "seen_labels    int64 [%d]  their classes%n",
                out, samples.rows(), d, perClass, unseen, samples.rows(), n, d, n);
    }
}
