package io.github.zsl4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.linalg.LinearAlgebra;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core behaves the same without this module: a fit here and one in a JVM that leaves the backend out agree. */
class SameResultsTest {

    @TempDir
    private Path folder;

    @Test
    void fitsTheSameWeightsWithPlainJava() throws Exception {
        assertThat(LinearAlgebra.backend().name()).isEqualTo("nd4j");
        assertThat(fitElsewhere()).isEqualTo("ejml");
        for (Map.Entry<String, float[]> fit : Fits.all().entrySet()) {
            float[] plain = read(folder.resolve(fit.getKey()), fit.getValue().length);
            assertThat(distance(fit.getValue(), plain)).as(fit.getKey()).isLessThan(1e-5);
            plain[0] *= 1.001f;
            plain[1] += 0.01f;
            assertThat(distance(fit.getValue(), plain))
                    .as("spoiled " + fit.getKey())
                    .isGreaterThan(1e-5);
        }
    }

    /** The name of the backend with which another JVM fitted. */
    private String fitElsewhere() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-Dzsl4j.linalg=ejml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Fits.class.getName(),
                folder.toString());
        Path log = folder.resolve("log");
        Process process = builder.redirectError(log.toFile()).start();
        String name = new String(process.getInputStream().readAllBytes()).trim();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return name;
    }

    private static float[] read(Path file, int length) throws IOException {
        float[] values = new float[length];
        ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer().get(values);
        return values;
    }

    /** The largest difference, relative to the largest weight. */
    private static double distance(float[] a, float[] b) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
            largest = Math.max(largest, Math.abs(b[i]));
        }
        return difference / largest;
    }
}
