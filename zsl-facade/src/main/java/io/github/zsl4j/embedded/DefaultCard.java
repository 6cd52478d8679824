package io.github.zsl4j.embedded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.model.ModelCard;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the card of the embedded model from {@code model.json} and {@code SHA256SUMS}. */
final class DefaultCard {

    private DefaultCard() {}

    static ModelCard of(JsonObject json, List<String> checksums) {
        JsonObject pictures = json.getAsJsonObject("preprocessing");
        String preprocessing = String.join(
                "; ",
                "turned as EXIF says, transparency on white, 16 bits to the high byte, first frame, profiles ignored",
                text(pictures, "resize"),
                "centre crop " + text(pictures, "centre_crop"),
                text(pictures, "normalise"));
        return new ModelCard(
                text(json, "name"),
                text(json, "version"),
                text(json, "kind"),
                preprocessing,
                list(json, "sources").map(DefaultCard::source).toList(),
                checksums.stream().map(DefaultCard::file).toList(),
                list(json, "limits").map(JsonElement::getAsString).toList());
    }

    private static Stream<JsonElement> list(JsonObject json, String name) {
        return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false);
    }

    private static ModelCard.Source source(JsonElement element) {
        JsonObject source = element.getAsJsonObject();
        String name = text(source, "name");
        if (source.has("change")) {
            name += " (changed: " + text(source, "change") + ")";
        }
        return new ModelCard.Source(text(source, "what"), name, text(source, "licence"));
    }

    private static ModelCard.ModelFile file(String line) {
        String[] parts = line.split(" +", 2);
        return new ModelCard.ModelFile(parts[1], parts[0]);
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
