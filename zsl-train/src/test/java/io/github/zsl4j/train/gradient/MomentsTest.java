package io.github.zsl4j.train.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Optimiser.Rule;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static float[] stepped(Optimiser optimiser) {
        float[] values = new float[6];
        for (int i = 0; i < 6; i++) {
            values[i] = (float) Math.cos(i);
        }
        List<Parameter> parameters = List.of(new Parameter("p", 1, 6, values));
        Moments moments = new Moments(parameters);
        for (int t = 0; t < 7; t++) {
            float[] gradient = new float[6];
            for (int i = 0; i < 6; i++) {
                gradient[i] = (float) Math.sin(7 * t + i);
            }
            moments.step(parameters, new Gradients(0, List.of(gradient)), optimiser, optimiser.learningRate());
        }
        return values;
    }

    @Test
    void stepsAsPyTorchDoes() {
        for (JsonElement e : Reference.goldens().getAsJsonArray("optimisers")) {
            JsonObject golden = e.getAsJsonObject();
            double clip = golden.get("clip").getAsDouble();
            Optimiser optimiser = Optimiser.adam(0.1)
                    .withRule(Rule.valueOf(golden.get("rule").getAsString()))
                    .withWeightDecay(golden.get("weightDecay").getAsDouble())
                    .withClip(clip == 0 ? Double.POSITIVE_INFINITY : clip);
            float[] found = stepped(optimiser);
            JsonArray expected = golden.getAsJsonArray("parameters");
            for (int i = 0; i < found.length; i++) {
                assertThat((double) found[i])
                        .as(golden + " " + i)
                        .isCloseTo(expected.get(i).getAsDouble(), within(1e-5)); // PyTorch adds 1e-6 to norms
            }
        }
    }

    @Test
    void stepsOtherwiseWithoutClipping() {
        Optimiser optimiser = Optimiser.sgd(0.1);
        assertThat(stepped(optimiser.withClip(0.5))[0]).isNotCloseTo(stepped(optimiser)[0], within(1e-3f));
    }

    @Test
    void changesTheLearningRateAsPyTorchDoes() {
        assertRates(Schedule.cosine(), "cosine");
        assertRates(Schedule.step(3, 0.5), "step");
    }

    private static void assertRates(Schedule schedule, String name) {
        JsonArray golden = Reference.goldens("schedules").getAsJsonArray(name);
        for (int epoch = 0; epoch < golden.size(); epoch++) {
            assertThat(schedule.factor(epoch, golden.size()))
                    .isCloseTo(golden.get(epoch).getAsDouble(), within(1e-9));
        }
    }
}
