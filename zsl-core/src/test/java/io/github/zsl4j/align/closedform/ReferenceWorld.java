package io.github.zsl4j.align.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.linalg.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Data and reference results that make_worlds.py, beside the files, has written. */
public final class ReferenceWorld {

    /** Both sides compute in doubles; maps are kept as floats, and cond 1e8 amplifies a double's rounding to 1e-8. */
    private static final double TOLERANCE = 1e-5;

    private final Map<String, Matrix> values = new HashMap<>();

    private ReferenceWorld(String text) {
        text.lines().map(line -> line.split(",")).forEach(cells -> {
            double[] numbers = Arrays.stream(cells)
                    .skip(3)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            values.put(cells[0], Matrix.wrap(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), numbers));
        });
    }

    /** @param name tall, wide or collinear */
    public static ReferenceWorld read(String name) {
        try (InputStream in = ReferenceWorld.class.getResourceAsStream(name + ".csv")) {
            return new ReferenceWorld(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Matrix get(String name) {
        return values.get(name);
    }

    public double lambda() {
        return get("lam").get(0, 0);
    }

    public TrainingSet examples() {
        int[] labels = Arrays.stream(get("y").values()).mapToInt(y -> (int) y).toArray();
        return TrainingSet.of(vectors("features", "x"), labels, vectors("semantics", "s"));
    }

    public EmbeddingMatrix pictures() {
        return vectors("features", "pictures");
    }

    public EmbeddingMatrix classes() {
        return vectors("semantics", "classes");
    }

    private EmbeddingMatrix vectors(String space, String name) {
        Matrix matrix = get(name);
        return EmbeddingMatrix.wrap(EmbeddingSpace.of(space, matrix.columns()), matrix.toFloats());
    }

    public double[][] rows(String name) {
        return rows(get(name));
    }

    private static double[][] rows(Matrix matrix) {
        double[][] rows = new double[matrix.rows()][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(matrix.values(), i * matrix.columns(), (i + 1) * matrix.columns()));
        return rows;
    }

    /** The weights of a linear map as rows. */
    public static double[][] weights(LinearAlignment map) {
        return rows(Matrix.of(map.source().dimension(), map.target().dimension(), map.weights()));
    }

    /** The vectors as rows. */
    public static double[][] rows(EmbeddingMatrix vectors) {
        return rows(Matrix.of(vectors.rows(), vectors.dimension(), vectors.toArray()));
    }

    /**
     * The result is the reference's to within 1e-5 of its Frobenius norm; and, the negative control, it is not that of the
     * slightly else method.
     */
    public void assertReference(String name, double[][] computed) {
        assertClose(name, computed);
        assertThatThrownBy(() -> assertClose(name + ".wrong", computed)).isInstanceOf(AssertionError.class);
    }

    private void assertClose(String name, double[][] computed) {
        double[][] expected = rows(name);
        assertThat(computed).as(name).hasDimensions(expected.length, expected[0].length);
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                difference += Math.pow(computed[i][j] - expected[i][j], 2);
                size += Math.pow(expected[i][j], 2);
            }
        }
        assertThat(Math.sqrt(difference / size)).as(name).isLessThan(TOLERANCE);
    }
}
