package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Predicts the prototypes of labels from their meaning by kernel ridge regression over the known classes.
 *
 * <pre>Z_ij = a R_ij + (1 - a) C_ij,  k_ij = exp((Z_ij - 1) / g),  q_i = sum_j k_ij D_j</pre>
 *
 * with R the WordNet similarity of label i and known class j, C their text similarity; for labels that WordNet does not
 * know, R is replaced by its regression on C.
 */
final class Synthesis {

    private final Constants constants;
    private final Tables tables;
    private final SenseWeights senses;
    private final Encoder<String> text;
    private final Similarity.Comparison toClassTexts;

    Synthesis(Constants constants, Tables tables, SenseWeights senses, Encoder<String> text) {
        this.constants = constants;
        this.tables = tables;
        this.senses = senses;
        this.text = text;
        this.toClassTexts = Similarity.DOT.to(tables.classTexts());
    }

    /**
     * The kernel of every label with every known class.
     *
     * @param texts per label its name, then its descriptions
     * @return [c][k], each in (0, 1]
     */
    double[][] kernel(List<WeightedReading> readings, List<List<String>> texts) {
        double[][] c = toClassTexts.of(textVectors(texts));
        return IntStream.range(0, readings.size())
                .parallel()
                .mapToObj(i -> kernel(readings.get(i), c[i]))
                .toArray(double[][]::new);
    }

    private double[] kernel(WeightedReading reading, double[] c) {
        double a = constants.wordnetShare();
        double[] r = reading.isKnown() ? senses.strongest(reading, constants.hedge()) : null;
        double[] k = new double[c.length];
        for (int j = 0; j < k.length; j++) {
            double hierarchy = r != null ? r[j] : constants.linIntercept() + constants.linSlope() * c[j];
            double z = a * hierarchy + (1 - a) * c[j];
            k[j] = Math.exp((z - 1) / constants.width());
        }
        return k;
    }

    /** u(e_i - mu) with e_i = u(e(name) + mean e(descriptions)). */
    private EmbeddingMatrix textVectors(List<List<String>> texts) {
        List<String> flat = texts.stream().flatMap(List::stream).toList();
        EmbeddingMatrix encoded = text.encodeAll(flat);
        int d = encoded.dimension();
        float[] result = new float[texts.size() * d];
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            float[][] own = new float[texts.get(i).size()][d];
            for (float[] vector : own) {
                encoded.copyRow(next++, vector, 0);
            }
            centre(ClassTexts.average(own), result, i * d);
        }
        return EmbeddingMatrix.wrap(tables.classTexts().space(), result);
    }

    private void centre(double[] sum, float[] target, int offset) {
        normalise(sum);
        for (int j = 0; j < sum.length; j++) {
            sum[j] -= tables.textMean()[j];
        }
        normalise(sum);
        for (int j = 0; j < sum.length; j++) {
            target[offset + j] = (float) sum[j];
        }
    }

    private static void normalise(double[] v) {
        double norm = Math.max(Math.sqrt(Arrays.stream(v).map(x -> x * x).sum()), 1e-12);
        for (int j = 0; j < v.length; j++) {
            v[j] /= norm;
        }
    }

    /** The prototypes sum_j k_ij D_j [c, 1280], not normalised. */
    EmbeddingMatrix prototypes(double[][] kernel) {
        int d = tables.classPrototypes().dimension();
        float[] all = new float[kernel.length * d];
        List<float[]> rows = new ArrayList<>(IntStream.range(0, kernel.length)
                .parallel()
                .mapToObj(i -> prototype(kernel[i], d))
                .toList());
        for (int i = 0; i < kernel.length; i++) {
            System.arraycopy(rows.get(i), 0, all, i * d, d);
        }
        return EmbeddingMatrix.wrap(tables.classPrototypes().space(), all);
    }

    /** Row by row, so that the inner loop runs over neighbouring floats and the JIT compiler can vectorise it. */
    private float[] prototype(double[] kernel, int d) {
        float[] q = new float[d];
        float[] directions = tables.directions();
        for (int j = 0; j < kernel.length; j++) {
            float k = (float) kernel[j];
            int from = j * d;
            for (int x = 0; x < d; x++) {
                q[x] += k * directions[from + x];
            }
        }
        return q;
    }
}
