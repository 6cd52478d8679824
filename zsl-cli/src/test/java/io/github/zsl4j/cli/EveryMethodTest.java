package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.data.trained.AlignmentFile;
import io.github.zsl4j.data.trained.GeneratorFile;
import io.github.zsl4j.data.trained.Provenance;
import io.github.zsl4j.data.trained.TrainedGenerator;
import io.github.zsl4j.data.trained.TrainedModel;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.generate.GeneratedFeatures;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.Methods;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program can train, it can keep: every method that is on the class path, PyTorch's among them. */
class EveryMethodTest {

    @TempDir
    static Path folder;

    private static ZeroShotData data;

    @BeforeAll
    static void read() throws IOException {
        data = DataFolder.read(SmallBenchmark.write(folder));
    }

    static Stream<String> names() {
        return Methods.all(1).stream().map(Method::name);
    }

    private static Stream<String> names(Class<?> kind) {
        return Methods.all(1).stream()
                .filter(method -> kind.isInstance(method.candidates().get(0)))
                .map(Method::name);
    }

    static Stream<String> alignments() {
        return names(AlignmentTrainer.class);
    }

    static Stream<String> generators() {
        return names(GeneratedFeatures.class);
    }

    @Test
    void areThoseOfBothModules() {
        assertThat(names())
                .contains("eszsl", "kernel-eszsl", "devise", "prototypical")
                .hasSizeGreaterThan(20);
        assertThat(Methods.runnable(1)).hasSameSizeAs(Methods.all(1));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void survivesTheFileOfItsGenerator(String name) {
        GeneratedFeatures method =
                (GeneratedFeatures) Methods.named(name, 1).candidates().get(0);
        GenerativeModel model = method.generator(data.trainval(), (epoch, epochs, losses) -> {});
        Path file = folder.resolve(name + ".npz");
        TrainedGenerator kept = new TrainedGenerator(model, Provenance.of(method, data.trainval()));
        GeneratorFile.write(file, kept);
        TrainedGenerator read = GeneratorFile.read(file);
        assertThat(read.model().generator().sample(data.semantics(), 3, 5))
                .isEqualTo(model.generator().sample(data.semantics(), 3, 5));
        assertThat(read.model().features().apply(data.features()))
                .isEqualTo(model.features().apply(data.features()));
        assertThat(read.provenance()).isEqualTo(kept.provenance());
        assertThat(read.provenance().seed()).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void survivesItsFile(String name) {
        Method method = Methods.named(name, 1);
        TrainedModel model =
                TrainedModel.fit((AlignmentTrainer) method.candidates().get(0), data);
        Path file = folder.resolve(name + ".npz");
        AlignmentFile.write(file, model);
        TrainedModel read = AlignmentFile.read(file);
        SemanticAlignment before = model.alignment();
        assertThat(read.alignment().scores(data.features(), data.semantics()))
                .isDeepEqualTo(before.scores(data.features(), data.semantics()));
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(read.classes()).isEqualTo(model.classes());
    }
}
