package io.github.zsl4j.embedded;

import io.github.zsl4j.text.lexicon.LabelReading;
import io.github.zsl4j.text.lexicon.Sense;
import io.github.zsl4j.text.lexicon.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighs the senses of labels. By itself a sense s weighs w_s = exp(v_s - max v) with
 *
 * <pre>v_s = frequency ln(count + 1) + coverage max_j Lin(s, j)</pre>
 *
 * (frequent, and near something the image model knows). In a list, plausible senses of ambiguous parts are then weighed
 * by exp(context u(Lin(s, .)) . c), with c the direction of what the other labels are about.
 */
final class SenseWeights {

    private final Taxonomy taxonomy;
    private final Constants constants;
    private final int classes;

    SenseWeights(Taxonomy taxonomy, Constants constants, int classes) {
        this.taxonomy = taxonomy;
        this.constants = constants;
        this.classes = classes;
    }

    List<WeightedReading> weigh(List<LabelReading> readings) {
        List<WeightedReading> alone = new ArrayList<>();
        for (LabelReading reading : readings) {
            alone.add(new WeightedReading(
                    reading, reading.spans().stream().map(this::weighAlone).toList()));
        }
        return readings.size() < 2 ? alone : inContext(alone);
    }

    private double[] weighAlone(Span span) {
        double[] v = span.senses().stream().mapToDouble(this::value).toArray();
        double top = Arrays.stream(v).max().orElseThrow();
        return Arrays.stream(v).map(x -> Math.exp(x - top)).toArray();
    }

    private double value(Sense sense) {
        double nearest =
                Arrays.stream(taxonomy.lin(sense.synset().offset())).max().orElse(0);
        return constants.frequency() * Math.log(sense.count() + 1) + constants.coverage() * nearest;
    }

    private List<WeightedReading> inContext(List<WeightedReading> alone) {
        double[] total = new double[classes];
        alone.forEach(reading -> add(total, profile(reading), 1));
        List<WeightedReading> result = new ArrayList<>(alone.size());
        for (WeightedReading reading : alone) {
            result.add(ambiguous(reading) ? inContext(reading, total) : reading);
        }
        return result;
    }

    private boolean ambiguous(WeightedReading reading) {
        return reading.weights().stream().anyMatch(w -> plausible(w).length > 1);
    }

    private WeightedReading inContext(WeightedReading reading, double[] total) {
        double[] others = total.clone();
        add(others, profile(reading), -1);
        normalise(others);
        List<double[]> weights = new ArrayList<>();
        for (int s = 0; s < reading.weights().size(); s++) {
            Span span = reading.reading().spans().get(s);
            weights.add(inContext(span, reading.weights().get(s), others));
        }
        return new WeightedReading(reading.reading(), weights);
    }

    private double[] inContext(Span span, double[] alone, double[] others) {
        int[] plausible = plausible(alone);
        double[] weights = alone.clone();
        if (plausible.length < 2) {
            return weights;
        }
        double top = 0;
        for (int k : plausible) {
            double[] lin = taxonomy.lin(span.senses().get(k).synset().offset()).clone();
            normalise(lin);
            weights[k] = alone[k] * Math.exp(constants.context() * dot(lin, others));
            top = Math.max(top, weights[k]);
        }
        for (int k : plausible) {
            weights[k] /= top;
        }
        return weights;
    }

    private int[] plausible(double[] weights) {
        return IntStream.range(0, weights.length)
                .filter(k -> weights[k] >= constants.plausible())
                .toArray();
    }

    /** What a label is about: the elementwise maximum of w_s Lin(s, .) over all its senses. */
    private double[] profile(WeightedReading reading) {
        return strongest(reading, 1);
    }

    /** The elementwise maximum of w_s^power Lin(s, .) over all senses of a label. */
    double[] strongest(WeightedReading reading, double power) {
        double[] result = new double[classes];
        reading.forEachSense((synset, weight) -> {
            double w = power == 1 ? weight : Math.pow(weight, power);
            double[] lin = taxonomy.lin(synset);
            for (int j = 0; j < result.length; j++) {
                result[j] = Math.max(result[j], w * lin[j]);
            }
        });
        return result;
    }

    private static void add(double[] target, double[] values, double factor) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * values[j];
        }
    }

    private static void normalise(double[] v) {
        double norm = Math.max(Math.sqrt(dot(v, v)), 1e-12);
        for (int j = 0; j < v.length; j++) {
            v[j] /= norm;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
