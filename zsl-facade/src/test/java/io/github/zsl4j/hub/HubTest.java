package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub with one model, an empty cache, and a machine of the test's own. */
abstract class HubTest {

    static final String VISION = "onnx/vision_model.onnx";
    static final String TEXT = "onnx/text_model.onnx";

    @TempDir
    Path folder;

    Path cache;
    FakeHub hub;
    TestMachine machine;

    @BeforeEach
    void start() throws IOException {
        cache = folder.resolve("hub");
        hub = FakeHub.clip();
        machine = new TestMachine(folder.resolve("own"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    ModelHub client() {
        return client(hub.options(cache));
    }

    ModelHub client(HubOptions options) {
        return ModelHub.of(options, machine);
    }

    Path pull() {
        return client().pull(FakeHub.MODEL, FileSelection.defaults(), DownloadListener.NONE);
    }

    /** What a pull that must fail says. */
    String failure() {
        return failure(client(), FakeHub.MODEL);
    }

    static String failure(ModelHub client, ModelReference model) {
        ModelException e = catchThrowableOfType(
                ModelException.class, () -> client.pull(model, FileSelection.defaults(), DownloadListener.NONE));
        assertThat(e).as("the failure").isNotNull();
        assertThat(e.getMessage()).hasLineCount(1).doesNotContain("null");
        return e.getMessage();
    }

    Path repository() {
        return cache.resolve("models--owner--model");
    }

    Path partial(String name) {
        return repository().resolve("blobs/" + FakeHub.sha256(hub.content(name)) + ".zsl4j.incomplete");
    }

    /** What an earlier download left. */
    void leave(String name, byte[] bytes) throws IOException {
        Files.createDirectories(partial(name).getParent());
        Files.write(partial(name), bytes);
    }

    void assertComplete(Path snapshot) throws IOException {
        for (String name : List.of("config.json", "tokenizer.json", VISION, TEXT)) {
            assertThat(snapshot.resolve(name)).as(name).hasBinaryContent(hub.content(name));
        }
        assertThat(leftovers()).isEmpty();
    }

    List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().matches(".*(incomplete|tmp|partial)"))
                    .toList();
        }
    }

    HubOptions withToken() {
        return new HubOptions(
                hub.endpoint(),
                cache,
                Optional.of("hf_secret"),
                false,
                hub.options(cache).timeout());
    }
}
