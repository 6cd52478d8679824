package io.github.zsl4j.data.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.zsl4j.data.DataException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a JSON object. A null counts as absent; what is absent or of another type than it is asked for is an error
 * that names file and key. Immutable and thread-safe.
 */
public final class JsonFields {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final String name;
    private final JsonObject root;

    private JsonFields(String name, JsonObject root) {
        this.name = name;
        this.root = root;
    }

    /** @throws DataException if the file cannot be read or is not one JSON object */
    public static JsonFields read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": the file cannot be read (" + e + ")", e);
        }
    }

    /**
     * @param name what to call the file in messages
     * @throws DataException if the text is not one JSON object
     */
    public static JsonFields parse(String name, String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement root = JsonParser.parseReader(reader);
            if (!(root instanceof JsonObject object) || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new DataException(name + ": this is not a JSON file of one object in { }");
            }
            return new JsonFields(name, object);
        } catch (JsonParseException | IOException | StackOverflowError e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new DataException(name + ": this is not a JSON file (" + reason + ")", e);
        }
    }

    /**
     * Maps, lists, texts, numbers and truth values as JSON, indented. Numbers are read back as they were.
     *
     * @throws IllegalArgumentException if a number is not finite
     */
    public static String write(Map<String, ?> fields) {
        return GSON.toJson(fields) + "\n";
    }

    /** The name of the file, for messages. */
    public String name() {
        return name;
    }

    /** Whether there is a value of any type but null. */
    public boolean has(String key) {
        return root.get(key) != null && !root.get(key).isJsonNull();
    }

    /** @throws DataException if the value is not a text */
    public String text(String key) {
        return value(key, "a text", JsonFields::text);
    }

    /** @throws DataException if the value is not a whole number of 32 bits */
    public int integer(String key) {
        return value(key, "a whole number", JsonFields::integer);
    }

    /** @throws DataException if the value is not a finite number */
    public double number(String key) {
        return value(key, "a number", JsonFields::number);
    }

    /** @throws DataException if the value is not true or false */
    public boolean flag(String key) {
        return value(
                key, "true or false", e -> e instanceof JsonPrimitive p && p.isBoolean() ? p.getAsBoolean() : null);
    }

    /** @throws DataException if the value is not a list of whole numbers of 32 bits */
    public List<Integer> integers(String key) {
        return value(key, "a list of whole numbers", e -> list(e, JsonFields::integer));
    }

    /** @throws DataException if the value is not a list of texts */
    public List<String> texts(String key) {
        return value(key, "a list of texts", e -> list(e, JsonFields::text));
    }

    /** @throws DataException if the value is not an object */
    public JsonFields child(String key) {
        return value(key, "an object", this::child);
    }

    /** @throws DataException if the value is not a list of objects */
    public List<JsonFields> children(String key) {
        return value(key, "a list of objects", e -> list(e, this::child));
    }

    private JsonFields child(JsonElement element) {
        return element instanceof JsonObject object ? new JsonFields(name, object) : null;
    }

    /** All fields as maps, lists, texts, whole numbers ({@code Long}), other numbers ({@code Double}) and truth values. */
    public Map<String, Object> toMap() {
        return map(root);
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.asMap().forEach((key, element) -> map.put(key, plain(element)));
        return map;
    }

    private static Object plain(JsonElement element) {
        if (element instanceof JsonObject object) {
            return map(object);
        }
        if (element instanceof JsonArray array) {
            List<Object> values = new ArrayList<>();
            array.forEach(e -> values.add(plain(e)));
            return values;
        }
        if (!(element instanceof JsonPrimitive p)) {
            return null;
        }
        if (p.isNumber()) {
            boolean isLong = p.getAsString().matches("-?\\d{1,19}")
                    && p.getAsBigInteger().bitLength() < Long.SIZE;
            return isLong ? (Object) p.getAsLong() : (Object) p.getAsDouble();
        }
        return p.isBoolean() ? (Object) p.getAsBoolean() : p.getAsString();
    }

    /** The error for a value that makes no sense: what is there, and what was expected. */
    public DataException wrong(String key, String expected) {
        String found = has(key) ? brief(root.get(key).toString()) : "missing";
        return new DataException(name + ": '" + key + "' is " + found + "; " + expected + " is expected");
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String text(JsonElement element) {
        return element instanceof JsonPrimitive p && p.isString() ? p.getAsString() : null;
    }

    private static Integer integer(JsonElement element) {
        Double number = number(element);
        return number == null || number != number.intValue() ? null : number.intValue();
    }

    private static Double number(JsonElement element) {
        if (!(element instanceof JsonPrimitive p) || !p.isNumber()) {
            return null;
        }
        double number = p.getAsDouble();
        return Double.isFinite(number) ? number : null;
    }

    private static <T> List<T> list(JsonElement element, Function<JsonElement, T> reader) {
        if (!(element instanceof JsonArray array)) {
            return null;
        }
        List<T> values = new ArrayList<>(array.size());
        array.forEach(e -> values.add(reader.apply(e)));
        return values.contains(null) ? null : List.copyOf(values);
    }

    private <T> T value(String key, String expected, Function<JsonElement, T> reader) {
        return Optional.ofNullable(root.get(key)).map(reader).orElseThrow(() -> wrong(key, expected));
    }
}
