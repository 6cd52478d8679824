package io.github.zsl4j.data.trained;

import io.github.zsl4j.data.DataException;
import io.github.zsl4j.data.json.JsonFields;
import io.github.zsl4j.data.npy.ElementType;
import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.data.npy.NpzReader;
import java.util.Arrays;
import java.util.List;

/** The arrays of a file, checked against the checksums in its description. */
final class ArraySource {

    private final NpzReader npz;
    private final JsonFields index;

    ArraySource(NpzReader npz, JsonFields index) {
        this.npz = npz;
        this.index = index;
    }

    /** @throws DataException if there is no such array, it has another shape, or it is damaged */
    float[] get(String name, int... shape) {
        NpyArray array = npz.array(name);
        JsonFields told = index.child(name);
        List<Integer> found = Arrays.stream(array.shape()).boxed().toList();
        List<Integer> expected = Arrays.stream(shape).boxed().toList();
        if (array.type() != ElementType.FLOAT32 || !found.equals(told.integers("shape")) || !found.equals(expected)) {
            throw new DataException("the array '" + name + "' is " + array + "; float32 " + expected + " is expected");
        }
        if (!array.sha256().equals(told.text("sha256"))) {
            throw new DataException("the checksum (SHA-256) of the array '" + name + "' is wrong");
        }
        return array.toFloats();
    }

    /** The number of rows that an array is told to have. */
    int rows(String name) {
        List<Integer> shape = index.child(name).integers("shape");
        if (shape.isEmpty()) {
            throw index.child(name).wrong("shape", "a list of one or two numbers");
        }
        return shape.get(0);
    }
}
