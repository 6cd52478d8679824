package io.github.zsl4j.nd4j;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.closedform.Eszsl;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.align.closedform.Sae;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.LinearAlgebra;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Fits in closed form with whatever backend this JVM has; the sizes are those of large operations. */
final class Fits {

    private static final int N = 400;
    private static final int D = 320;
    private static final int C = 20;
    private static final int A = 31;

    private Fits() {}

    /** Writes the weights of every fit to a file of its name; the name of the backend is printed. */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, float[]> fit : all().entrySet()) {
            ByteBuffer bytes = ByteBuffer.allocate(fit.getValue().length * Float.BYTES);
            bytes.asFloatBuffer().put(fit.getValue());
            Files.write(Path.of(args[0], fit.getKey()), bytes.array());
        }
        System.out.println(LinearAlgebra.backend().name());
    }

    static Map<String, float[]> all() {
        Map<String, AlignmentTrainer> trainers = new LinkedHashMap<>();
        trainers.put("ridge", new Ridge(0.1));
        trainers.put("eszsl", new Eszsl(0.1, 0.1));
        trainers.put("sae", new Sae(1, Sae.Decoder.FEATURES_TO_SEMANTICS));
        Map<String, float[]> weights = new LinkedHashMap<>();
        trainers.forEach((name, trainer) -> weights.put(name, weights(trainer)));
        return weights;
    }

    private static float[] weights(AlignmentTrainer trainer) {
        int[] labels = new int[N];
        for (int i = 0; i < N; i++) {
            labels[i] = i % C;
        }
        TrainingSet examples = TrainingSet.of(vectors("features", N, D), labels, vectors("semantics", C, A));
        return ((LinearAlignment) trainer.fit(examples).features()).weights();
    }

    private static EmbeddingMatrix vectors(String name, int rows, int dimension) {
        Random random = new Random(rows);
        float[] values = new float[rows * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingMatrix.wrap(EmbeddingSpace.of(name, dimension), values);
    }
}
