package io.github.zsl4j.joint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageLimits;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The golden joint models and what they were asked. */
final class GoldenJoint {

    static final JsonObject ASKED = Golden.manifest().getAsJsonObject("zero_shot");
    static final List<String> LABELS = texts(ASKED, "labels");
    static final String TEMPLATE = ASKED.get("template").getAsString();

    private GoldenJoint() {}

    private static List<String> texts(JsonObject json, String key) {
        return StreamSupport.stream(json.getAsJsonArray(key).spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    /** The pictures that were asked about, decoded, in the order of the rows. */
    static List<RgbImage> pictures() {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());
        return texts(ASKED, "images").stream()
                .map(id -> Golden.images("ok").stream()
                        .filter(image -> image.get("id").getAsString().equals(id))
                        .findFirst()
                        .orElseThrow())
                .map(image -> image.get("file").getAsString())
                .map(file -> decoder.decode(ImageSource.of(Golden.bytes(file), file)))
                .toList();
    }

    /** A copy of a golden folder with only some of its files. */
    static Path copy(String model, Path to, Predicate<String> wanted) {
        Path from = Golden.folder(model);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = from.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name)) {
                    Files.createDirectories(to.resolve(name).getParent());
                    Files.copy(file, to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }
}
