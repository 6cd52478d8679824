package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pinned version of ONNX Runtime must not bring along. */
class OnnxRuntimeTest {

    private static final String COLLECTOR = "events.data.microsoft.com";

    private static String library(String name) throws IOException {
        String resource = "/ai/onnxruntime/native/" + name;
        try (InputStream in = OnnxRuntimeTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void hasNoAddressToReportTo(String name) throws IOException {
        String library = library(name);
        // That text can be found in the file at all.
        assertThat(library.contains("microsoft.com") || library.contains("com.microsoft"))
                .isTrue();
        assertThat(library.contains(COLLECTOR)).as(COLLECTOR).isFalse();
    }
}
