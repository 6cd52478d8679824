package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.Networks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever the bytes are, there is a header or an IOException: no other exception, no endless loop, no memory. */
class OnnxHeaderPropertyTest {

    private Path file;

    @BeforeProperty
    void makeFile() throws IOException {
        file = Files.createTempFile("header", ".onnx");
    }

    @AfterProperty
    void deleteFile() throws IOException {
        Files.deleteIfExists(file);
    }

    private void assertReadsOrRefuses(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            Signature signature = OnnxHeader.read(file);
            assertThat(signature.inputs().values()).doesNotContainNull();
            assertThat(signature.outputs().values()).doesNotContainNull();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void readsOrRefusesAnyBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        assertReadsOrRefuses(bytes);
    }

    /** Random bytes as the content of a graph reach deeper. */
    @Property(tries = 500)
    void readsOrRefusesAnyGraph(@ForAll @Size(max = 120) byte[] bytes) throws IOException {
        byte[] model = new byte[bytes.length + 2];
        model[0] = 7 << 3 | 2;
        model[1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, model, 2, bytes.length);
        assertReadsOrRefuses(model);
    }

    @Property(tries = 500)
    void readsOrRefusesASpoiledModel(@ForAll @IntRange(max = 508) int position, @ForAll byte value) throws IOException {
        byte[] model = Files.readAllBytes(Networks.file("types.onnx"));
        model[position] = value;
        assertReadsOrRefuses(model);
    }
}
