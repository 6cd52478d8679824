package io.github.zsl4j.embedded;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.zsl4j.engine.PinnedResource;
import io.github.zsl4j.engine.ResourceCache;
import io.github.zsl4j.error.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The files of the embedded model, as they lie in its jar. */
final class DefaultFiles {

    static final String FOLDER = "/io/github/zsl4j/models/defaultmodel/";

    private static final PinnedResource IMAGE_ENCODER = new PinnedResource(
            FOLDER + "image-encoder.onnx",
            12_147_401,
            "ad8269636e27bb7bb283577e957134679b6c87454aab58b2f3909c02e17a1d4d",
            "io.github.zsl4j:zsl-model-default");

    private DefaultFiles() {}

    /** The image network as a file of its own, which is what engines load fastest. */
    static Path imageEncoder() {
        return ResourceCache.ofUser().materialise(IMAGE_ENCODER);
    }

    static InputStream open(String name) {
        InputStream in = DefaultFiles.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new ModelException(
                    name + " is not on the class path; add the dependency io.github.zsl4j:zsl-model-default");
        }
        return in;
    }

    static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ModelException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    static JsonObject json(String name) {
        try {
            return JsonParser.parseString(String.join("\n", lines(name))).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new ModelException(name + ": not a JSON object (" + e.getMessage() + ")", e);
        }
    }
}
