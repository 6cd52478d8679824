package io.github.zsl4j.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zsl4j.embedding.BlockKernel;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs in processes of their own, with and without what the kernel needs. */
class StartedWithoutTest {

    private static final String MODULE = "--add-modules=jdk.incubator.vector";
    private static final String DEBUG = "-Dorg.slf4j.simpleLogger.log.io.github.zsl4j.embedding=debug";

    /** Prints which kernel is used, and a similarity. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            EmbeddingSpace space = EmbeddingSpace.of("s", 3);
            double product = Similarity.DOT.between(Embedding.of(space, 1, 2, 3), Embedding.of(space, 4, 5, 6));
            System.out.println(BlockKernel.chosen().name() + " " + product);
        }
    }

    private static String start(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-Xmx64m", "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void isUsedWhereTheJvmOffersIt() throws Exception {
        assumeTrue(new VectorKernel().obstacle().isEmpty(), "the Vector API is of no use here");
        assertThat(start(MODULE)).contains("vector 32.0");
        assertThat(start(MODULE, "-Dzsl4j.kernel=columns")).contains("columns 32.0");
    }

    @Test
    void saysNothingWithoutTheModule() throws Exception {
        assertThat(start()).isEqualToIgnoringNewLines("columns 32.0");
    }

    @Test
    void saysWhyOnceWhenAsked() throws Exception {
        assertThat(start(DEBUG))
                .contains("columns 32.0")
                .containsOnlyOnce("'vector' is not available: Java was started without --add-modules");
    }

    @Test
    void isNotUsedWithoutTheOptimisingCompiler() throws Exception {
        assertThat(start(MODULE, DEBUG, "-XX:TieredStopAtLevel=1"))
                .contains("columns 32.0")
                .contains("optimising compiler");
    }

    @Test
    void saysWhatIsMissingIfItIsWantedByName() throws Exception {
        assertThat(start("-Dzsl4j.kernel=vector"))
                .contains("zsl4j.kernel=vector", "--add-modules jdk.incubator.vector");
    }
}
