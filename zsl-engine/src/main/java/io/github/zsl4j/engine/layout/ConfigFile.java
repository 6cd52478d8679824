package io.github.zsl4j.engine.layout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON configuration file whose values are asked for by name and type. Keys inside objects are joined by dots, as in
 * {@code vision_config.image_size}; a null counts as absent, a value of another type is an error that names file and key.
 * Immutable and thread-safe.
 */
public final class ConfigFile {

    private final String name;
    private final JsonElement root;

    private ConfigFile(String name, JsonElement root) {
        this.name = name;
        this.root = root;
    }

    /** @throws ModelException if the file cannot be read or is not JSON */
    static ConfigFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ModelException(file + ": the configuration file cannot be read (" + e + ")", e);
        }
    }

    /**
     * @param name what to call the file in messages
     * @throws ModelException if {@code json} is neither an object nor a list in JSON
     */
    public static ConfigFile parse(String name, String json) {
        if (json.startsWith("version https://git-lfs")) {
            throw new ModelException(
                    name + ": this is a Git LFS pointer, the real file was not fetched; run 'git lfs pull'"
                            + " where it was cloned, or download the file itself");
        }
        JsonElement root;
        try {
            root = JsonParser.parseString(json);
        } catch (JsonParseException | StackOverflowError e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ModelException(name + ": this is not a JSON file (" + reason + ")", e);
        }
        if (!root.isJsonObject() && !root.isJsonArray()) { // the parser takes a bare word, or nothing at all
            throw new ModelException(name + ": this is not a JSON file (it holds neither an object nor a list)");
        }
        return new ConfigFile(name, root);
    }

    /** The name of the file, for messages. */
    public String name() {
        return name;
    }

    /** Whether there is a value of any type but null. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** Whether the value is an object with keys of its own. */
    public boolean isObject(String key) {
        return find(key).filter(JsonElement::isJsonObject).isPresent();
    }

    /** @throws ModelException if the value is not a text */
    public Optional<String> text(String key) {
        return value(key, "a text", e -> e.getAsJsonPrimitive().isString() ? e.getAsString() : null);
    }

    /** @throws ModelException if the value is not a whole number of 32 bits */
    public Optional<Integer> integer(String key) {
        return value(key, "a whole number", e -> {
            double number = e.getAsJsonPrimitive().isNumber() ? e.getAsDouble() : Double.NaN;
            return number == (int) number ? (int) number : null;
        });
    }

    /** @throws ModelException if the value is not a finite number */
    public Optional<Double> number(String key) {
        return value(key, "a number", ConfigFile::finite);
    }

    private static Double finite(JsonElement element) {
        if (!(element instanceof JsonPrimitive p) || !p.isNumber()) {
            return null;
        }
        double number = p.getAsDouble();
        return Double.isFinite(number) ? number : null;
    }

    /** @throws ModelException if the value is not true or false */
    public Optional<Boolean> flag(String key) {
        return value(key, "true or false", e -> e.getAsJsonPrimitive().isBoolean() ? e.getAsBoolean() : null);
    }

    /** @throws ModelException if the value is not a list of finite numbers */
    public Optional<List<Double>> numbers(String key) {
        return value(key, "a list of numbers", e -> finite((JsonArray) e));
    }

    private static List<Double> finite(JsonArray array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(e -> numbers.add(finite(e)));
        return numbers.contains(null) ? null : List.copyOf(numbers);
    }

    /**
     * A list of numbers for which a single one may stand.
     *
     * @throws ModelException if the value is neither a finite number nor a list of them
     */
    public Optional<List<Double>> oneOrMore(String key) {
        return value(
                key,
                "a number or a list of numbers",
                e -> e instanceof JsonPrimitive
                        ? Optional.ofNullable(finite(e)).map(List::of).orElse(null)
                        : finite((JsonArray) e));
    }

    /**
     * An object as a configuration of its own.
     *
     * @throws ModelException if the value is not an object
     */
    public Optional<ConfigFile> child(String key) {
        return value(key, "an object", e -> new ConfigFile(name, e.getAsJsonObject()));
    }

    /**
     * The objects of a file that is a list of them, such as {@code modules.json}.
     *
     * @throws ModelException if the file is something else
     */
    public List<ConfigFile> items() {
        if (!(root instanceof JsonArray array) || !array.asList().stream().allMatch(JsonElement::isJsonObject)) {
            throw new ModelException(name + ": a list of objects is expected");
        }
        return array.asList().stream().map(e -> new ConfigFile(name, e)).toList();
    }

    /** The error for a value that makes no sense: what is there, and what was expected. */
    public ModelException wrong(String key, String expected) {
        String found = find(key).map(ConfigFile::brief).orElse("missing");
        return new ModelException(name + ": '" + key + "' is " + found + "; " + expected + " is expected");
    }

    private static String brief(JsonElement element) {
        String text = element.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private <T> Optional<T> value(String key, String expected, Function<JsonElement, T> reader) {
        return find(key).map(element -> {
            T value;
            try {
                value = reader.apply(element);
            } catch (RuntimeException e) { // Gson has one for every kind of mismatch
                value = null;
            }
            if (value == null) {
                throw wrong(key, expected);
            }
            return value;
        });
    }

    private Optional<JsonElement> find(String key) {
        JsonElement element = root;
        for (String part : key.split("\\.", -1)) {
            element = element instanceof JsonObject object ? object.get(part) : null;
        }
        return Optional.ofNullable(element).filter(e -> !e.isJsonNull());
    }

    @Override
    public String toString() {
        return name;
    }
}
