package io.github.zsl4j.engine.djl;

import ai.djl.ndarray.types.DataType;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an ONNX file says of the network's inputs and outputs, which DJL does not pass on. Nodes and weights are
 * skipped by seeking, so that a large file costs no more than a small one.
 *
 * <p><b>Reference:</b> <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>, whose field numbers
 * stand here.
 */
final class OnnxHeader {

    private static final int MODEL_GRAPH = message(7);
    private static final int GRAPH_INPUT = message(11);
    private static final int GRAPH_OUTPUT = message(12);
    private static final int VALUE_NAME = message(1);
    private static final int VALUE_TYPE = message(2);
    private static final int TYPE_TENSOR = message(1);
    private static final int TENSOR_ELEMENT = number(1);
    private static final int TENSOR_SHAPE = message(2);
    private static final int SHAPE_DIMENSION = message(1);
    private static final int DIMENSION_VALUE = number(1);

    private static final long FREE = -1;

    private final CodedInputStream in;

    // The input or output that is being read.
    private String name;
    private DataType type;
    private List<Long> shape;

    private OnnxHeader(CodedInputStream in) {
        this.in = in;
    }

    /**
     * @return the inputs include the weights in files of the format's first versions
     * @throws IOException if the file cannot be read or is damaged
     */
    static Signature read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new OnnxHeader(CodedInputStream.newInstance(stream)).model();
        }
    }

    private static int message(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    private static int number(int field) {
        return field << 3 | WireFormat.WIRETYPE_VARINT;
    }

    /** Reads the field of a tag that it knows. */
    private interface FieldReader {
        /** @return whether the field was read; else it is to be skipped */
        boolean read(int tag) throws IOException;
    }

    private void fields(FieldReader reader) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!reader.read(tag)) {
                in.skipField(tag);
            }
        }
    }

    /** Always true, for {@link FieldReader}. */
    private boolean nested(FieldReader reader) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(reader);
        if (in.getBytesUntilLimit() > 0) { // the end of the file counts as the end of a message
            throw new EOFException("the file ends inside a message");
        }
        in.popLimit(outer);
        return true;
    }

    private Signature model() throws IOException {
        List<Port> inputs = new ArrayList<>();
        List<Port> outputs = new ArrayList<>();
        fields(tag -> tag == MODEL_GRAPH
                && nested(field ->
                        field == GRAPH_INPUT && inputs.add(port()) || field == GRAPH_OUTPUT && outputs.add(port())));
        return new Signature(inputs, outputs);
    }

    private Port port() throws IOException {
        name = "";
        type = DataType.UNKNOWN;
        shape = null;
        nested(this::readValue);
        return new Port(
                name,
                type,
                Optional.ofNullable(shape)
                        .map(lengths -> lengths.stream().mapToLong(l -> l).toArray()));
    }

    private boolean readValue(int tag) throws IOException {
        if (tag == VALUE_NAME) {
            name = in.readString();
            return true;
        }
        return tag == VALUE_TYPE && nested(field -> field == TYPE_TENSOR && nested(this::readTensor));
    }

    private boolean readTensor(int tag) throws IOException {
        if (tag == TENSOR_ELEMENT) {
            type = type(in.readInt32());
            return true;
        }
        return tag == TENSOR_SHAPE && readShape();
    }

    private boolean readShape() throws IOException {
        shape = new ArrayList<>();
        return nested(tag -> tag == SHAPE_DIMENSION && shape.add(FREE) && nested(this::readDimension));
    }

    /** A length that is named (dim_param) or missing stays free. */
    private boolean readDimension(int tag) throws IOException {
        if (tag == DIMENSION_VALUE) {
            shape.set(shape.size() - 1, Math.max(FREE, in.readInt64()));
            return true;
        }
        return false;
    }

    private static DataType type(int element) {
        return switch (element) {
            case 1 -> DataType.FLOAT32;
            case 2 -> DataType.UINT8;
            case 3 -> DataType.INT8;
            case 6 -> DataType.INT32;
            case 7 -> DataType.INT64;
            case 9 -> DataType.BOOLEAN;
            case 10 -> DataType.FLOAT16;
            case 11 -> DataType.FLOAT64;
            case 16 -> DataType.BFLOAT16;
            default -> DataType.UNKNOWN;
        };
    }
}
