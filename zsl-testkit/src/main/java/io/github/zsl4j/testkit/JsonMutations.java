package io.github.zsl4j.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/** Spoils JSON in ways that a reader of configurations must survive. */
public final class JsonMutations {

    private JsonMutations() {}

    /**
     * The JSON with one of its values replaced, as a whole another, or cut short.
     *
     * @param place which of all that can be done to it, at least 0; it wraps around
     * @param value the JSON of the replacement
     */
    public static String mutated(String json, int place, String value) {
        JsonElement root = JsonParser.parseString(json);
        List<Runnable> mutations = new ArrayList<>();
        collect(root, JsonParser.parseString(value), mutations);
        int chosen = place % (mutations.size() + 2);
        if (chosen == mutations.size()) {
            return value;
        }
        if (chosen == mutations.size() + 1) {
            return json.substring(0, json.length() * (place % 7) / 7);
        }
        mutations.get(chosen).run();
        return root.toString();
    }

    private static void collect(JsonElement element, JsonElement value, List<Runnable> mutations) {
        if (element instanceof JsonObject object) {
            object.keySet().forEach(key -> {
                mutations.add(() -> object.add(key, value));
                collect(object.get(key), value, mutations);
            });
        } else if (element instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                mutations.add(() -> array.set(index, value));
                collect(array.get(i), value, mutations);
            }
        }
    }
}
