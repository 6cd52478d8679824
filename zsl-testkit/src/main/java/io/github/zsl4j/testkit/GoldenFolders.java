package io.github.zsl4j.testkit;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Golden models as folders of files; {@code folders.json} lists what belongs to each, since a jar cannot be listed. */
final class GoldenFolders {

    private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private GoldenFolders() {}

    static Path unpacked(String name) {
        return UNPACKED.computeIfAbsent(name, GoldenFolders::unpack);
    }

    private static Path unpack(String name) {
        try {
            Path folder = Files.createTempDirectory("zsl4j-golden").resolve(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.getParent())));
            for (JsonElement file :
                    Golden.json("folders.json").getAsJsonObject().getAsJsonArray(name)) {
                Path target = folder.resolve(file.getAsString());
                Files.createDirectories(target.getParent());
                Files.write(target, Golden.bytes(name + "/" + file.getAsString()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a temporary folder that stays is not worth a message
        }
    }
}
