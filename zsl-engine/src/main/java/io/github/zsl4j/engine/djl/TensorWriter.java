package io.github.zsl4j.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.linalg.HalfFloats;
import java.nio.ByteBuffer;

/** Hands the tensors of one call to an engine, in the element types that the network reads. */
final class TensorWriter {

    private final NDManager manager;
    private final DirectBuffers.Loan loan;

    TensorWriter(NDManager manager, DirectBuffers.Loan loan) {
        this.manager = manager;
        this.loan = loan;
    }

    /** @throws ModelException if a value does not fit the type that the network reads */
    NDArray write(Argument argument) {
        Tensor tensor = argument.tensor();
        DataType type = tensor.isFloat() ? floatType(argument.type()) : integerType(argument.type());
        int count = tensor.isFloat() ? tensor.floats().length : tensor.longs().length;
        ByteBuffer bytes = loan.bytes(size(argument, count, type));
        if (tensor.isFloat()) {
            writeFloats(tensor.floats(), type, bytes);
        } else {
            writeLongs(argument, type, bytes);
        }
        NDArray array = manager.create(bytes.rewind(), new Shape(tensor.shape()), type);
        array.setName(argument.name());
        return array;
    }

    private static int size(Argument argument, int count, DataType type) {
        long bytes = (long) count * type.getNumOfBytes();
        if (bytes > Integer.MAX_VALUE) {
            throw new ModelException("an input of " + bytes + " bytes (" + argument.tensor()
                    + ") is too large; the most is 2 GiB, so use smaller batches");
        }
        return (int) bytes;
    }

    /** Floats for a network that reads integers stay floats, which the engine refuses. */
    private static DataType floatType(DataType wanted) {
        return switch (wanted) {
            case FLOAT16, BFLOAT16, FLOAT64 -> wanted;
            default -> DataType.FLOAT32;
        };
    }

    private static DataType integerType(DataType wanted) {
        return switch (wanted) {
            case INT32, BOOLEAN -> wanted;
            default -> DataType.INT64;
        };
    }

    private static void writeFloats(float[] values, DataType type, ByteBuffer bytes) {
        switch (type) {
            case FLOAT16 -> {
                for (float value : values) {
                    bytes.putShort(HalfFloats.toFloat16(value));
                }
            }
            case BFLOAT16 -> {
                for (float value : values) {
                    bytes.putShort(HalfFloats.toBfloat16(value));
                }
            }
            case FLOAT64 -> {
                for (float value : values) {
                    bytes.putDouble(value);
                }
            }
            default -> bytes.asFloatBuffer().put(values);
        }
    }

    private static void writeLongs(Argument argument, DataType type, ByteBuffer bytes) {
        long[] values = argument.tensor().longs();
        switch (type) {
            case INT32 -> {
                for (long value : values) {
                    bytes.putInt(toInt(argument, value));
                }
            }
            case BOOLEAN -> {
                for (long value : values) {
                    bytes.put((byte) (value == 0 ? 0 : 1));
                }
            }
            default -> bytes.asLongBuffer().put(values);
        }
    }

    private static int toInt(Argument argument, long value) {
        if (value != (int) value) {
            throw new ModelException(
                    "the network reads 32-bit integers as '" + argument.name() + "', which " + value + " is not");
        }
        return (int) value;
    }
}
