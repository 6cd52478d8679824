package io.github.zsl4j.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 150})
    void mirrorsTheUpperTriangleWhateverTheSize(int d) {
        double[] upper = IntStream.range(0, d * d)
                .mapToDouble(at -> at / d > at % d ? Double.NaN : at)
                .toArray();
        Matrix mirrored = Matrix.ofUpperTriangle(d, upper);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                assertEquals(Math.min(i, j) * d + Math.max(i, j), mirrored.get(i, j), i + ", " + j);
            }
        }
    }
}
