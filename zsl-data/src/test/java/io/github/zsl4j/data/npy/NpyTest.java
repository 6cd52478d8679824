package io.github.zsl4j.data.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.data.DataException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

    private static NpyArray parse(String header, int dataBytes) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] file = ByteBuffer.allocate(10 + text.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .array();
        return Npy.read(new ByteArrayInputStream(file), "x.npy", file.length);
    }

    private static String header(String type, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    }

    @Test
    void readsHeadersOfOtherWriters() throws Exception {
        assertThat(parse("{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"<f4\"}", 8)
                        .shape())
                .containsExactly(2);
        assertThat(parse(header("=i2", "(3,)"), 6).size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(100000, 100000)| larger than 2 GiB",
                "(2147483647, 2147483647, 2147483647, 2147483647, 2147483647)| larger than 2 GiB",
                "(536870911,)| larger than 2 GiB",
                "(99999999999,)| no array has the shape",
                "(-1,)| does not tell its shape",
                "(1, 3)| 12 bytes, but 8 follow; the file is truncated",
                "(1,)| 4 bytes, but 8 follow; the file is damaged or has something after the array",
                "(400000000,)| truncated"
            })
    void refusesAbsurdShapesBeforeTakingMemory(String shape, String message) {
        assertThatThrownBy(() -> parse(header("<f4", shape), 8))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("x.npy: ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesTooManyAxes() {
        assertThatThrownBy(() -> parse(header("<f4", "(" + "1, ".repeat(65) + ")"), 4))
                .hasMessageContaining("65 axes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f16", "<U5", "<M8", "?", "", "<u8", "|V3"})
    void refusesOtherTypes(String type) {
        assertThatThrownBy(() -> parse(header(type, "(1,)"), 8))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'" + type + "'")
                .hasMessageContaining("astype");
    }

    @Test
    void refusesOtherFiles(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("text.npy"), "1, 2, 3");
        assertThatThrownBy(() -> Npy.read(text))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(text + ": this is not a .npy file");
        Path missing = folder.resolve("missing.npy");
        assertThatThrownBy(() -> Npy.read(missing)).hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> Npy.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder + ": the file cannot be read");
        byte[] later = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 4, 0, 0, 0};
        assertThatThrownBy(() -> Npy.read(Files.write(folder.resolve("later.npy"), later)))
                .hasMessageContaining("version 4");
        byte[] huge = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1};
        assertThatThrownBy(() -> Npy.read(Files.write(folder.resolve("huge.npy"), huge)))
                .hasMessageContaining("4294967295");
    }

    @Test
    void writesAndReadsFiles(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.npy");
        NpyArray array = NpyArray.of(new float[] {1, -0f, 3, 4, 5, Float.MIN_VALUE}, 3, 2);
        Npy.write(file, array);
        assertThat(Npy.read(file)).isEqualTo(array);
        assertThat(Npy.read(file)).isNotEqualTo(NpyArray.of(new float[] {1, 0f, 3, 4, 5, Float.MIN_VALUE}, 3, 2));
    }

    @Test
    void checksShapesAndRanges() {
        assertThatThrownBy(() -> NpyArray.of(new float[5], 2, 3)).hasMessageContaining("5 values");
        assertThatThrownBy(() -> NpyArray.of(new float[1], -1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NpyArray.of(new int[] {300}).as(ElementType.UINT8))
                .hasMessage("Value 0 is 300, which is no UINT8");
        assertThatThrownBy(() -> NpyArray.of(new double[] {0, 0.5}).as(ElementType.INT32))
                .hasMessage("Value 1 is 0.5, which is no INT32");
        assertThatThrownBy(() -> NpyArray.of(new double[] {1e30}).as(ElementType.INT64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NpyArray.of(new double[] {1}).toInts())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("float64 [1]");
        assertThatThrownBy(() -> NpyArray.of(new long[] {1L << 40}).toInts())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> NpyArray.of(new long[4], 2, 2).requireAxes(1)).hasMessageContaining("one axis");
    }

    @Test
    void digestsWhatNumpysTobytesGives() {
        // python -c "import hashlib, numpy as np; print(hashlib.sha256(np.float32([1, 2]).tobytes()).hexdigest())"
        assertThat(NpyArray.of(new float[] {1, 2}).sha256())
                .isEqualTo("b9c80b5adeca450753a16950c3cc655d271f7bef7a485bc83f112b72fef21d37");
    }
}
