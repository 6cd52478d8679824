package io.github.zsl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The embedded model, loaded once for all tests that do not close it, and the photographs of the documentation. */
public final class Models {

    private static ZeroShotModel shared;

    private Models() {}

    public static synchronized ZeroShotModel shared() {
        if (shared == null) {
            shared = ZeroShot.load();
        }
        return shared;
    }

    public static Path photo(String name) {
        return Path.of("..", "docs", "pictures", name + ".jpg");
    }

    static List<Path> photos() {
        return Stream.of("astronaut", "cameraman", "cat", "coffee", "flower", "motorcycle", "rocket", "temple")
                .map(Models::photo)
                .toList();
    }
}
