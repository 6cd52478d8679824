package io.github.zsl4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.SemanticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Compares a loss and its gradients at given parameters with those of the reference. */
public final class LossCheck {

    private LossCheck() {}

    /** @param name in the goldens */
    public static void check(String name, SemanticModel model) {
        List<Parameter> parameters = parameters(model.initial(new Random(0)));
        check(
                Reference.goldens("losses").getAsJsonObject(name),
                Gradients.of(parameters, graph -> model.loss(graph, batch())));
    }

    /** Both are the golden's to within 1e-5, and the loss is not the control's. */
    public static void check(JsonObject golden, Gradients found) {
        double loss = golden.get("loss").getAsDouble();
        assertThat(found.loss()).isCloseTo(loss, within(1e-5 * Math.max(1, loss)));
        JsonArray gradients = golden.getAsJsonArray("gradients");
        assertThat(found.values()).hasSize(gradients.size());
        for (int p = 0; p < gradients.size(); p++) {
            check(found.values().get(p), gradients.get(p).getAsJsonArray());
        }
        if (golden.has("control")) {
            assertThat(Math.abs(found.loss() - golden.get("control").getAsDouble()))
                    .isGreaterThan(1e-3);
        }
    }

    private static void check(float[] found, JsonArray golden) {
        int step = Math.max(1, found.length / 20);
        for (int i = 0; i < golden.size(); i++) {
            double expected = golden.get(i).getAsDouble();
            assertThat((double) found[i * step]).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
        }
    }

    /** Parameters of the same names and shapes with the values that the script gives them. */
    public static List<Parameter> parameters(List<Parameter> initial) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter p : initial) {
            float[] values = new float[p.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.4 * Math.sin(1 + (double) i * i + 100.0 * parameters.size()));
            }
            parameters.add(new Parameter(p.name(), p.rows(), p.columns(), values));
        }
        return parameters;
    }

    private static Batch batch() {
        int n = Reference.SEEN * Reference.TRAIN;
        return new Batch(IntStream.range(0, (n + 6) / 7).map(i -> 7 * i).toArray(), new Random(0));
    }
}
