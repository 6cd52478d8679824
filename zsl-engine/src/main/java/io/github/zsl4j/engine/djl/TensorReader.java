package io.github.zsl4j.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.linalg.HalfFloats;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Copies an engine's arrays into tensors: numbers with a fraction as floats, whole ones and truth values as longs. */
final class TensorReader {

    private TensorReader() {}

    /** @throws ModelException if the array holds what is neither, such as texts, or a value that is not a number */
    static Tensor read(String name, NDArray array) {
        DataType type = type(name, array);
        Tensor tensor = read(name, array, type);
        if (type.isFloating() || type == DataType.UNKNOWN) {
            requireNumbers(name, tensor.floats());
        }
        return tensor;
    }

    private static Tensor read(String name, NDArray array, DataType type) {
        long[] shape = array.getShape().getShape();
        int count = Math.toIntExact(array.getShape().size());
        return switch (type) {
            case FLOAT32 -> Tensor.of(array.toFloatArray(), shape);
            case INT64 -> Tensor.of(array.toLongArray(), shape);
            case FLOAT16, BFLOAT16, FLOAT64 -> Tensor.of(floats(array.toByteBuffer(), count, type), shape);
            case INT32, INT8, UINT8, BOOLEAN -> Tensor.of(longs(array.toByteBuffer(), count, type), shape);
            case UNKNOWN -> Tensor.of(converted(name, array), shape);
            default -> throw unreadable(name, type.toString());
        };
    }

    private static void requireNumbers(String name, float[] values) {
        for (float value : values) {
            if (Float.isNaN(value)) {
                throw new ModelException(
                        "the output '" + name + "' holds NaN; if the input and the weights are sound, it is"
                                + " PyTorch on some virtual machines: set the environment variable"
                                + " ONEDNN_MAX_CPU_ISA=AVX2");
            }
        }
    }

    /** PyTorch converts also what DJL has no name for there, such as bfloat16. */
    private static float[] converted(String name, NDArray array) {
        try (NDArray floats = array.toType(DataType.FLOAT32, true)) {
            return floats.toFloatArray();
        } catch (UnsupportedOperationException e) {
            throw unreadable(name, "unknown");
        }
    }

    private static DataType type(String name, NDArray array) {
        try {
            return array.getDataType();
        } catch (UnsupportedOperationException e) { // ONNX Runtime has types that DJL lacks
            throw unreadable(name, e.getMessage());
        }
    }

    private static ModelException unreadable(String name, String type) {
        return new ModelException("the output '" + name + "' is of a type that is not read ("
                + type.toLowerCase(Locale.ROOT) + "); export the model with float32 or int64");
    }

    private static float[] floats(ByteBuffer bytes, int count, DataType type) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case FLOAT16 -> HalfFloats.fromFloat16(bytes.getShort());
                case BFLOAT16 -> HalfFloats.fromBfloat16(bytes.getShort());
                default -> (float) bytes.getDouble();
            };
        }
        return values;
    }

    private static long[] longs(ByteBuffer bytes, int count, DataType type) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (type) {
                case INT32 -> bytes.getInt();
                case UINT8 -> bytes.get() & 0xff;
                default -> bytes.get();
            };
        }
        return values;
    }
}
