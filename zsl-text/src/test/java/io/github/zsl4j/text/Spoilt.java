package io.github.zsl4j.text;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.engine.layout.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a model's folder whose files may be changed. */
record Spoilt(Path path) {

    static Spoilt copy(Path model, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(model.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new Spoilt(target);
    }

    /** Replaces a part of a file, which must be there. */
    Spoilt replace(String file, String part, String by) throws IOException {
        String content = Files.readString(path.resolve(file));
        if (!content.contains(part)) {
            throw new IllegalArgumentException(file + " does not hold " + part);
        }
        return write(file, content.replace(part, by));
    }

    /** Sets a member of a file's object to null. */
    Spoilt setNull(String file, String key) throws IOException {
        JsonObject json =
                JsonParser.parseString(Files.readString(path.resolve(file))).getAsJsonObject();
        json.add(key, JsonNull.INSTANCE);
        return write(file, new GsonBuilder().serializeNulls().create().toJson(json));
    }

    Spoilt write(String file, String content) throws IOException {
        Files.createDirectories(path.resolve(file).getParent());
        Files.writeString(path.resolve(file), content);
        return this;
    }

    Spoilt delete(String... files) throws IOException {
        for (String file : List.of(files)) {
            Files.delete(path.resolve(file));
        }
        return this;
    }

    ModelFolder folder() {
        return ModelFolder.of(path);
    }

    TextEncoder open() {
        return TextEncoder.load(folder(), TextEncoderOptions.defaults());
    }
}
