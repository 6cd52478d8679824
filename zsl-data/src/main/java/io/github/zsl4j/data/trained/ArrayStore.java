package io.github.zsl4j.data.trained;

import io.github.zsl4j.data.npy.NpyArray;
import io.github.zsl4j.data.npy.NpzWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the arrays of a file while it is described. Equal arrays are kept once. */
final class ArrayStore {

    private final Map<NpyArray, String> names = new LinkedHashMap<>();

    /** @return the name by which the array is found again */
    String add(float[] values, int... shape) {
        return names.computeIfAbsent(NpyArray.of(values, shape), array -> "array" + names.size());
    }

    /** Shape and checksum of every array, by name. */
    Map<String, Object> index() {
        Map<String, Object> index = new LinkedHashMap<>();
        names.forEach((array, name) -> index.put(name, entry(array)));
        return index;
    }

    private static Map<String, Object> entry(NpyArray array) {
        List<Integer> shape = Arrays.stream(array.shape()).boxed().toList();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("shape", shape);
        entry.put("sha256", array.sha256());
        return entry;
    }

    void writeTo(NpzWriter npz) throws IOException {
        for (Map.Entry<NpyArray, String> entry : names.entrySet()) {
            npz.array(entry.getValue(), entry.getKey());
        }
    }
}
