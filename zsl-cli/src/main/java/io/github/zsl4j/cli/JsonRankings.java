package io.github.zsl4j.cli;

import com.google.gson.stream.JsonWriter;
import io.github.zsl4j.classify.Ranking;
import java.io.IOException;

/** One JSON object a picture, in a line of its own. */
final class JsonRankings implements Sink<Ranking> {

    private final Output output;
    private final int top;

    JsonRankings(Output output, int top) {
        this.output = output;
        this.top = top;
    }

    @Override
    public void success(String image, Ranking ranking) {
        output.data(Json.line(json -> {
            json.name("image").value(image);
            json.name("ranking").beginArray();
            for (Ranking.Entry entry : ranking.top(top)) {
                write(json, entry);
            }
            json.endArray();
        }));
    }

    private static void write(JsonWriter json, Ranking.Entry entry) throws IOException {
        json.beginObject();
        json.name("label").value(entry.label());
        json.name("probability").value(entry.probability());
        json.name("score").value(entry.score());
        json.endObject();
    }

    @Override
    public void failure(String image, String problem) {
        output.data(Json.failure(image, problem));
    }
}
