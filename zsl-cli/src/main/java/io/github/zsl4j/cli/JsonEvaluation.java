package io.github.zsl4j.cli;

import com.google.gson.stream.JsonWriter;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.evaluate.SeenUnseenAccuracy;
import io.github.zsl4j.protocol.MethodResult;
import java.io.IOException;

/** For a program: one JSON object a method. */
record JsonEvaluation(Output output) implements EvaluationSink {

    @Override
    public void start(ZeroShotData data) {}

    @Override
    public void result(MethodResult result) {
        output.data(Json.line(json -> {
            json.name("method").value(result.method());
            json.name("T1").value(result.test().unseenAccuracy());
            accuracies(json, result.calibrated());
            json.name("AUSUC").value(result.test().curve().area());
            json.name("seconds").value(result.test().seconds());
            json.name("validationT1").value(result.validationAccuracy());
            json.name("constant").value(result.calibration().constant());
            json.name("uncalibrated").beginObject();
            accuracies(json, result.plain());
            json.endObject();
            json.name("oracle").beginObject();
            accuracies(json, result.oracle());
            json.endObject();
            json.name("options").value(result.trainer().toString());
        }));
    }

    private static void accuracies(JsonWriter json, SeenUnseenAccuracy accuracy) throws IOException {
        json.name("u").value(accuracy.unseen());
        json.name("s").value(accuracy.seen());
        json.name("H").value(accuracy.harmonicMean());
    }
}
