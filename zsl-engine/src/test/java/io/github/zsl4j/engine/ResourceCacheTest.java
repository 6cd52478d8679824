package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceCacheTest {

    private static final String CONTENT = "tiny resource\n";
    private static final String SHA256 = "be110de4588665a57badd7a6e0b422c0229f5358cdef909524ffe4817e52a25b";
    private static final PinnedResource TINY = tiny("/io/github/zsl4j/engine/tiny.txt", SHA256);

    @TempDir
    Path folder;

    private static PinnedResource tiny(String path, String sha256) {
        return new PinnedResource(path, CONTENT.length(), sha256, "group:artifact:1");
    }

    private ResourceCache cache() {
        return new ResourceCache(folder.resolve("cache"), folder);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A file where a directory should be: nothing can be written there, not even by root. */
    private Path unwritable() throws IOException {
        return Files.writeString(folder.resolve("file"), "").resolve("cache");
    }

    @Test
    void unpacksAResourceOnce() throws Exception {
        Path file = cache().materialise(TINY);
        assertThat(file).hasContent(CONTENT).hasParent(folder.resolve("cache"));
        assertThat(file.getFileName()).hasToString("tiny-" + SHA256.substring(0, 12) + ".txt");
        FileTime longAgo = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(file, longAgo);
        assertThat(cache().materialise(TINY)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        assertThat(names(file.getParent())).hasSize(1);
    }

    @Test
    void rebuildsACopyOfTheWrongSize() throws Exception {
        Path file = cache().materialise(TINY);
        Files.writeString(file, "half");
        assertThat(cache().materialise(TINY)).isEqualTo(file).hasContent(CONTENT);
    }

    @Test
    void neverPutsWrongContentInPlace() throws Exception {
        PinnedResource other = tiny(TINY.path(), "0".repeat(64));
        assertThatThrownBy(() -> cache().materialise(other))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("is not the file of group:artifact:1")
                .hasMessageContaining(SHA256);
        assertThat(names(folder.resolve("cache"))).isEmpty();
    }

    @Test
    void namesTheDependencyOfAMissingResource() {
        assertThatThrownBy(() -> cache().materialise(tiny("/nothing.onnx", SHA256)))
                .isInstanceOf(ModelException.class)
                .hasMessage("/nothing.onnx is not on the class path; add the dependency group:artifact:1");
    }

    @Test
    void servesATemporaryFileWhereTheCacheCannotBeWritten() throws Exception {
        Path file = new ResourceCache(unwritable(), folder).materialise(TINY);
        assertThat(file).hasContent(CONTENT).hasParent(folder);
    }

    @Test
    void saysWhenNothingCanBeWritten() throws Exception {
        Path nowhere = unwritable();
        assertThatThrownBy(() -> new ResourceCache(nowhere, nowhere).materialise(TINY))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("-Dzsl4j.cache=");
    }

    @Test
    void leavesNoTemporaryFileOfWrongContent() throws Exception {
        Path nowhere = unwritable();
        List<String> before = names(folder);
        assertThatThrownBy(() -> new ResourceCache(nowhere, folder).materialise(tiny(TINY.path(), "0".repeat(64))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("is not the file");
        assertThat(names(folder)).isEqualTo(before);
    }

    @Test
    void mayBeUsedByManyAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Path>> copies = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                copies.add(pool.submit(() -> cache().materialise(TINY))); // each with its own lock, like processes
            }
            Set<Path> files = new HashSet<>();
            for (Future<Path> copy : copies) {
                files.add(copy.get());
                assertThat(copy.get()).hasContent(CONTENT);
            }
            assertThat(files).hasSize(1);
            assertThat(names(folder.resolve("cache"))).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void findsTheUsersDirectory() {
        Properties linux = properties("Linux");
        Properties windows = properties("Windows 11");
        Path home = Path.of("home", "user");
        assertThat(ResourceCache.directory(linux, Map.of())).isEqualTo(home.resolve(".cache/zsl4j"));
        assertThat(ResourceCache.directory(linux, Map.of("XDG_CACHE_HOME", "xdg")))
                .isEqualTo(Path.of("xdg", "zsl4j"));
        assertThat(ResourceCache.directory(windows, Map.of("LOCALAPPDATA", "local", "XDG_CACHE_HOME", "xdg")))
                .isEqualTo(Path.of("local", "zsl4j"));
        assertThat(ResourceCache.directory(windows, Map.of())).isEqualTo(home.resolve(".cache/zsl4j"));
    }

    @Test
    void letsTheUserNameADirectory() {
        Properties properties = properties("Linux");
        Map<String, String> environment = Map.of("ZSL4J_CACHE", "env", "XDG_CACHE_HOME", "xdg");
        assertThat(ResourceCache.directory(properties, environment)).isEqualTo(Path.of("env"));
        properties.setProperty("zsl4j.cache", " ");
        assertThat(ResourceCache.directory(properties, environment)).isEqualTo(Path.of("env"));
        properties.setProperty("zsl4j.cache", "property");
        assertThat(ResourceCache.directory(properties, environment)).isEqualTo(Path.of("property"));
    }

    @Test
    void refusesADirectoryThatIsNoPath() {
        assertThatThrownBy(() -> ResourceCache.directory(properties("Linux"), Map.of("ZSL4J_CACHE", "a\u0000b")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("not a path");
    }

    private static Properties properties(String os) {
        Properties properties = new Properties();
        properties.setProperty("os.name", os);
        properties.setProperty("user.home", Path.of("home", "user").toString());
        return properties;
    }

    @Test
    void namesACopyByItsContent() {
        assertThat(tiny("/a/b/model", SHA256).fileName()).isEqualTo("model-" + SHA256.substring(0, 12));
        assertThat(tiny("/x.tar.gz", "a".repeat(64)).fileName()).isEqualTo("x.tar-aaaaaaaaaaaa.gz");
    }

    @Test
    void refusesWhatIsNoDigest() {
        assertThatThrownBy(() -> tiny("/x", "abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
