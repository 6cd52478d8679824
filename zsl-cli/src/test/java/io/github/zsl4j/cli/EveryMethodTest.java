package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.data.trained.AlignmentFile;
import io.github.zsl4j.data.trained.TrainedModel;
import io.github.zsl4j.dataset.ZeroShotData;
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

    @Test
    void areThoseOfBothModules() {
        assertThat(names())
                .contains("eszsl", "kernel-eszsl", "devise", "prototypical")
                .hasSizeGreaterThan(20);
        assertThat(Methods.runnable(1)).hasSameSizeAs(Methods.all(1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void survivesItsFile(String name) {
        Method method = Methods.named(name, 1);
        TrainedModel model = TrainedModel.fit(method.candidates().get(0), data);
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
