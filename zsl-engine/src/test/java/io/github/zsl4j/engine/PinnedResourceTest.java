package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedResourceTest {

    private static PinnedResource resource(String path) {
        return new PinnedResource(path, 14, "0".repeat(64), "group:artifact:1");
    }

    @Test
    void isFoundByTheLibrarysLoader() throws Exception {
        try (InputStream in = resource("/io/github/zsl4j/engine/tiny.txt").open()) {
            assertThat(in).hasContent("tiny resource\n");
        }
    }

    @Test
    void isFoundByTheThreadsLoaderWhereTheLibrarysHasNone() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return name.equals("far/away.txt") ? new ByteArrayInputStream(new byte[] {'x'}) : null;
            }
        });
        try (InputStream in = resource("/far/away.txt").open()) {
            assertThat(in).hasContent("x");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void namesTheDependencyThatBringsIt() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        for (ClassLoader context : new ClassLoader[] {before, null}) {
            thread.setContextClassLoader(context);
            try {
                assertThatThrownBy(() -> resource("/nothing.onnx").open())
                        .isInstanceOf(ModelException.class)
                        .hasMessage("/nothing.onnx is not on the class path; add the dependency group:artifact:1");
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "model.onnx", "a/model.onnx", "/a/"})
    void refusesAPathThatIsNotAbsoluteOrNamesNoFile(String path) {
        assertThatThrownBy(() -> resource(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0000000000000000000000000000000000000000000000000000000000000000\n"})
    void refusesWhatIsNoDigest(String sha256) {
        assertThatThrownBy(() -> new PinnedResource("/x", 1, sha256, "o")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PinnedResource("/x", 1, "A".repeat(64), "o"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
