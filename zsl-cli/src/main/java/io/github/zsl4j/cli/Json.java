package io.github.zsl4j.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes one JSON object as one line. */
final class Json {

    /** The members of an object. */
    @FunctionalInterface
    interface Members {
        void write(JsonWriter json) throws IOException;
    }

    private Json() {}

    static String line(Members members) {
        StringWriter line = new StringWriter();
        JsonWriter json = new JsonWriter(line);
        try {
            json.beginObject();
            members.write(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be written", e);
        }
        return line.append('\n').toString();
    }

    static String failure(String image, String problem) {
        return line(json -> {
            json.name("image").value(image);
            json.name("error").value(Output.oneLine(problem));
        });
    }
}
