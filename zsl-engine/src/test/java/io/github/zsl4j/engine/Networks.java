package io.github.zsl4j.engine;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;

/** The test networks; make_models.py says what they compute. */
public final class Networks {

    private Networks() {}

    public static Path file(String name) {
        try {
            return Path.of(Networks.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Network load(String name) {
        return Network.load(file(name), NetworkOptions.defaults());
    }

    /** A tensor [rows, 3] of one value. */
    public static Tensor filled(float value, int rows) {
        float[] values = new float[rows * 3];
        Arrays.fill(values, value);
        return Tensor.of(values, rows, 3);
    }
}
