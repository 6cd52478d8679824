package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.djl.ndarray.types.DataType;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.github.zsl4j.engine.Networks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxHeaderTest {

    /** Where the graph of sum_diff.onnx stands in the file, its tag left out. */
    private static final int GRAPH_START = 16;

    private static final int GRAPH_END = 158;

    @TempDir
    Path folder;

    private static Signature read(String name) throws IOException {
        return OnnxHeader.read(Networks.file(name));
    }

    private static Map<String, DataType> types(Map<String, Port> ports) {
        Map<String, DataType> types = new LinkedHashMap<>();
        ports.forEach((name, port) -> types.put(name, port.type()));
        return types;
    }

    private static long[] shape(Map<String, Port> ports, String name) {
        return ports.get(name).shape().orElseThrow();
    }

    @Test
    void readsNamesInOrder() throws Exception {
        Signature signature = read("sum_diff.onnx");
        assertThat(signature.inputs().keySet()).containsExactly("a", "b");
        assertThat(signature.outputs().keySet()).containsExactly("sum", "diff");
    }

    @Test
    void readsElementTypes() throws Exception {
        Signature signature = read("types.onnx");
        assertThat(types(signature.inputs()))
                .containsExactly(
                        Map.entry("half", DataType.FLOAT16),
                        Map.entry("brain", DataType.BFLOAT16),
                        Map.entry("wide", DataType.FLOAT64),
                        Map.entry("int", DataType.INT32),
                        Map.entry("flag", DataType.BOOLEAN));
        assertThat(types(signature.outputs())).containsEntry("byte_out", DataType.UINT8);
        assertThat(types(read("twice.onnx").outputs()))
                .containsExactly(Map.entry("twice", DataType.INT64), Map.entry("half", DataType.FLOAT32));
    }

    @Test
    void leavesTypesUnknownThatNoArrayHas() throws Exception {
        assertThat(types(read("text.onnx").inputs())).containsEntry("x", DataType.UNKNOWN);
        Port list = read("sequence.onnx").outputs().get("list");
        assertThat(list.type()).isEqualTo(DataType.UNKNOWN);
        assertThat(list.shape()).isEmpty();
    }

    @Test
    void readsShapesWithFreeLengths() throws Exception {
        Signature signature = read("ports.onnx");
        assertThat(shape(signature.inputs(), "x")).containsExactly(2, -1, -1);
        assertThat(shape(signature.outputs(), "x_out")).containsExactly(2, -1, -1);
        assertThat(shape(signature.inputs(), "s")).isEmpty();
        assertThat(signature.inputs().get("u").shape()).isEmpty();
        assertThat(signature.outputs().get("u_out").shape()).isEmpty();
    }

    @Test
    void refusesATruncatedGraph() throws Exception {
        byte[] whole = Files.readAllBytes(Networks.file("sum_diff.onnx"));
        for (int length = GRAPH_START; length < GRAPH_END; length++) {
            Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> OnnxHeader.read(file)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesWhatIsMissing() {
        assertThatThrownBy(() -> OnnxHeader.read(folder.resolve("no.onnx"))).isInstanceOf(IOException.class);
    }

    /** One weight of 600 MB stands before the inputs; a sparse file, so that only reading it would take long. */
    @Test
    void doesNotReadTheWeights() throws Exception {
        Path file = folder.resolve("large.onnx");
        byte[] small = Files.readAllBytes(Networks.file("sum_diff.onnx"));
        long weight = 600_000_000;
        writeBefore(file, weight, small);
        Signature signature = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> OnnxHeader.read(file));
        assertThat(signature.inputs().keySet()).containsExactly("a", "b");
    }

    /** A model whose graph holds an initializer (field 5) of so many bytes, and then the inputs of the small model. */
    private static void writeBefore(Path file, long weight, byte[] small) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            CodedOutputStream out = CodedOutputStream.newInstance(stream);
            byte[] graph = graphOf(small);
            int header = CodedOutputStream.computeTagSize(5) + CodedOutputStream.computeUInt64SizeNoTag(weight);
            out.writeTag(7, 2);
            out.writeUInt64NoTag(header + weight + graph.length);
            out.writeTag(5, 2);
            out.writeUInt64NoTag(weight);
            out.flush();
        }
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(sparse.length() + weight);
            sparse.write(graphOf(small));
        }
    }

    private static byte[] graphOf(byte[] model) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(model);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == (7 << 3 | 2)) {
                return in.readByteArray();
            }
            in.skipField(tag);
        }
        throw new IOException("no graph");
    }
}
