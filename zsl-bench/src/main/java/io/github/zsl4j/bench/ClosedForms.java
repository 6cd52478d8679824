package io.github.zsl4j.bench;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.closedform.Eszsl;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.align.closedform.Sae;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Fits methods in closed form to features in files, each from the beginning; closed_forms.py runs it beside NumPy. */
public final class ClosedForms {

    private ClosedForms() {}

    /**
     * Prints a line for the start of the algebra and one for each method: its name, the seconds of the fit and the peak of
     * the heap in MB; writes the weights.
     *
     * @param args the folder of x.f32, y.f32 and s.f32, the number of features, and the number of attributes
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        EmbeddingMatrix x = vectors("features", folder.resolve("x.f32"), Integer.parseInt(args[1]));
        EmbeddingMatrix s = vectors("semantics", folder.resolve("s.f32"), Integer.parseInt(args[2]));
        float[] y = floats(folder.resolve("y.f32"));
        int[] labels = IntStream.range(0, y.length).map(i -> (int) y[i]).toArray();
        start();
        Map<String, AlignmentTrainer> methods = new LinkedHashMap<>();
        methods.put("eszsl", new Eszsl(1, 1));
        methods.put("sae", new Sae(0.5, Sae.Decoder.SEMANTICS_TO_FEATURES));
        methods.put("ridge", new Ridge(1));
        for (Map.Entry<String, AlignmentTrainer> method : methods.entrySet()) {
            SemanticAlignment fitted = fit(method.getKey(), method.getValue(), TrainingSet.of(x, labels, s));
            write(folder.resolve(method.getKey() + ".f32"), fitted);
        }
    }

    /** The first large operation loads and checks a native library, once in a program. */
    private static void start() {
        double[] values = new Random(1).doubles(300 * 300).toArray();
        long start = System.nanoTime();
        LinearAlgebra.backend().gram(Matrix.wrap(300, 300, values));
        print("start", start);
    }

    private static void print(String what, long start) {
        System.out.printf("%s %.3f %d%n", what, (System.nanoTime() - start) / 1e9, peakHeap() >> 20);
    }

    private static SemanticAlignment fit(String name, AlignmentTrainer trainer, TrainingSet examples) {
        long start = System.nanoTime();
        SemanticAlignment fitted = trainer.fit(examples);
        print(name, start);
        return fitted;
    }

    private static EmbeddingMatrix vectors(String name, Path file, int dimension) throws IOException {
        return EmbeddingMatrix.wrap(EmbeddingSpace.of(name, dimension), floats(file));
    }

    private static float[] floats(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static void write(Path file, SemanticAlignment fitted) throws IOException {
        Alignment map = fitted.features() instanceof IdentityAlignment
                ? fitted.semantics().get(0)
                : fitted.features();
        float[] weights = ((LinearAlignment) map).weights();
        ByteBuffer bytes = ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        Files.write(file, bytes.array());
    }

    /** The sum of the peaks of the heap's pools, in bytes: garbage that was not yet collected counts. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
