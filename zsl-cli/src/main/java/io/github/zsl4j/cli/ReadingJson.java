package io.github.zsl4j.cli;

import com.google.gson.stream.JsonWriter;
import io.github.zsl4j.explain.ClassReading;
import java.io.IOException;
import java.util.List;

/** How a label was understood, for a program. */
final class ReadingJson {

    private ReadingJson() {}

    static String line(ClassReading reading) {
        return Json.line(json -> {
            json.name("label").value(reading.label());
            strings(json.name("texts"), reading.texts());
            json.name("senses").beginArray();
            for (ClassReading.Sense sense : reading.senses()) {
                sense(json, sense);
            }
            json.endArray();
            relatives(json.name("relatives"), reading.relatives());
            json.name("members").value(reading.members());
        });
    }

    private static void sense(JsonWriter json, ClassReading.Sense sense) throws IOException {
        json.beginObject();
        json.name("part").value(sense.part());
        json.name("id").value(sense.id());
        strings(json.name("words"), sense.words());
        json.name("gloss").value(sense.gloss());
        json.name("weight").value(sense.weight());
        json.endObject();
    }

    private static void relatives(JsonWriter json, List<ClassReading.Relative> relatives) throws IOException {
        json.beginArray();
        for (ClassReading.Relative relative : relatives) {
            json.beginObject();
            json.name("name").value(relative.name());
            json.name("strength").value(relative.strength());
            json.endObject();
        }
        json.endArray();
    }

    private static void strings(JsonWriter json, List<String> strings) throws IOException {
        json.beginArray();
        for (String s : strings) {
            json.value(s);
        }
        json.endArray();
    }
}
