package io.github.zsl4j.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote; make_goldens.py beside them tells what they hold. */
class NpyGoldenTest {

    static Path golden(String name) {
        try {
            return Path.of(NpyGoldenTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NpyArray read(String name) {
        return Npy.read(golden(name));
    }

    @ParameterizedTest
    @CsvSource({
        "f2, FLOAT16, -1, 0.5",
        "f4, FLOAT32, -1, 0.5",
        "f8, FLOAT64, -1, 0.5",
        "i1, INT8, -2, 1",
        "i2, INT16, -2, 1",
        "i4, INT32, -2, 1",
        "i8, INT64, -2, 1",
        "u1, UINT8, 0, 1"
    })
    void readsEveryTypeInEveryLayout(String code, ElementType type, double first, double step) {
        double[] expected =
                IntStream.range(0, 6).mapToDouble(i -> first + step * i).toArray();
        for (String layout : new String[] {"little_rows", "little_columns", "big_rows", "big_columns"}) {
            NpyArray array = read(code + "_" + layout + ".npy");
            assertThat(array.type()).isEqualTo(type);
            assertThat(array.shape()).containsExactly(2, 3);
            assertThat(array.toDoubles()).as(layout).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"little_rows", "little_columns", "big_rows", "big_columns"})
    void readsBooleans(String layout) {
        NpyArray array = read("b1_" + layout + ".npy");
        assertThat(array.type()).isEqualTo(ElementType.BOOL);
        assertThat(array.toInts()).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void readsThreeAxesWithTheFirstFastest() {
        NpyArray cube = read("cube_columns.npy");
        assertThat(cube.shape()).containsExactly(2, 3, 4);
        assertThat(cube.toInts()).containsExactly(IntStream.range(0, 24).toArray());
    }

    @Test
    void readsEmptyAndSingleArrays() {
        assertThat(read("empty.npy").shape()).containsExactly(0, 3);
        assertThat(read("empty.npy").toFloats()).isEmpty();
        assertThat(read("single.npy").shape()).isEmpty();
        assertThat(read("single.npy").toDoubles()).containsExactly(2.5);
    }

    @Test
    void readsLaterVersions() {
        assertThat(read("version2.npy")).isEqualTo(read("f4_little_rows.npy"));
        assertThat(read("version3.npy")).isEqualTo(read("f4_little_rows.npy"));
    }

    @Test
    void roundsToHalvesAsNumpyDoes() {
        try (NpzReader npz = NpzReader.open(golden("halves.npz"))) {
            NpyArray wide = npz.array("wide");
            assertThat(wide.as(ElementType.FLOAT16)).isEqualTo(npz.array("half"));
            // The control: a quarter of the last place lower, rounding gives other halves.
            double[] lower = java.util.Arrays.stream(wide.toDoubles())
                    .map(x -> x * (1 - 0x1p-13))
                    .toArray();
            assertThat(NpyArray.of(lower).as(ElementType.FLOAT16)).isNotEqualTo(npz.array("half"));
        }
    }

    @Test
    void readsCompressedArchives() {
        try (NpzReader npz = NpzReader.open(golden("compressed.npz"))) {
            assertThat(npz.arrays()).containsExactly("floats", "labels");
            assertThat(npz.array("floats")).isEqualTo(read("f4_little_rows.npy"));
            assertThat(npz.array("labels").toLongs()).containsExactly(3, 1, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "objects.npy, Python objects",
        "complex.npy, 'type ''<c8'''",
        "structured.npy, only plain numbers can be read"
    })
    void refusesWhatIsNoPlainNumber(String name, String message) {
        assertThatThrownBy(() -> read(name)).isInstanceOf(DataException.class).hasMessageContainingAll(name, message);
    }
}
