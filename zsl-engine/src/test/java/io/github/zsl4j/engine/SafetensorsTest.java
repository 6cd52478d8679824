package io.github.zsl4j.engine;

import static io.github.zsl4j.engine.SafetensorsFile.entry;
import static io.github.zsl4j.engine.SafetensorsFile.file;
import static io.github.zsl4j.engine.SafetensorsFile.floats;
import static io.github.zsl4j.engine.SafetensorsFile.halves;
import static io.github.zsl4j.engine.SafetensorsFile.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] file) {
        return assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("w.safetensors: not a valid safetensors file (")
                .hasMessageNotContaining("null");
    }

    @Test
    void readsFloats() {
        byte[] data = floats(1, -2.5f, Float.NaN, Float.NEGATIVE_INFINITY, -0.0f, Float.MIN_VALUE);
        Map<String, Tensor> tensors = read(file("{" + entry("w", "F32", "[2,3]", "0", "24") + "}", data));
        assertThat(tensors).containsOnlyKeys("w");
        assertThat(tensors.get("w").shape()).containsExactly(2, 3);
        assertThat(tensors.get("w").floats())
                .containsExactly(1, -2.5f, Float.NaN, Float.NEGATIVE_INFINITY, -0.0f, Float.MIN_VALUE);
    }

    @Test
    void widensHalves() {
        byte[] data = halves(0x3c00, 0xc100, 0x7bff, 0x0001, 0x8000, 0x7c00, 0xfc00, 0x7e00);
        float[] values = read(file("{" + entry("w", "F16", "[8]", "0", "16") + "}", data))
                .get("w")
                .floats();
        assertThat(values)
                .containsExactly(
                        1, -2.5f, 65504, 0x1p-24f, -0.0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN);
    }

    @Test
    void readsSeveralTensorsInAnyOrderOfTheHeader() {
        String header = "{'__metadata__':{'format':'pt'},"
                + entry("b", "F32", "[1]", "4", "8") + "," + entry("none", "F32", "[0,7]", "4", "4") + ","
                + entry("a", "F16", "[2]", "0", "4") + "}   ";
        byte[] data = {0, 0x3c, 0, 0x40, 0, 0, 0x40, 0x40};
        Map<String, Tensor> tensors = read(file(header, data));
        assertThat(tensors.keySet()).containsExactly("b", "none", "a");
        assertThat(tensors.get("a").floats()).containsExactly(1, 2);
        assertThat(tensors.get("b").floats()).containsExactly(3);
        assertThat(tensors.get("none").shape()).containsExactly(0, 7);
    }

    @Test
    void readsAScalarAndNoTensorAtAll() {
        assertThat(read(file("{" + entry("s", "F32", "[]", "0", "4") + "}", floats(5)))
                        .get("s")
                        .floats())
                .containsExactly(5);
        assertThat(read(file("{}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 100_000_001, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 32 | 2})
    void refusesAHeaderThatDoesNotFit(long length) {
        assertRefused(file(length, new byte[] {'{', '}'})).hasMessageContaining("header of " + length + " bytes");
    }

    @Test
    void refusesAFileWithoutLength() {
        for (int length = 0; length < 8; length++) {
            assertRefused(new byte[length]).hasMessageContaining("only " + length + " bytes");
        }
    }

    @Test
    void refusesEveryTruncation() {
        byte[] whole = file("{" + entry("w", "F32", "[2]", "0", "8") + "}", floats(1, 2));
        assertThat(read(whole)).containsKey("w");
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void refusesBytesAfterTheLastTensor() {
        assertRefused(file("{" + entry("w", "F32", "[1]", "0", "4") + "}", floats(1, 2)))
                .hasMessageContaining("end at 4 of 8 bytes");
        assertRefused(file("{}", (byte) 1)).hasMessageContaining("end at 0 of 1 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "0,4",
        "0,12",
        "8,16",
        "-8,0",
        "8,0",
        "0,9223372036854775807",
        "0,4294967304",
        "4294967296,4294967304",
        "0,1e99",
        "0.0,8.0",
        "0,8.5",
        "0,null",
        "'0,8',9",
        "0,[8]]"
    })
    void refusesOffsetsThatAreNotTheDatas(String from, String to) {
        assertRefused(file("{" + entry("w", "F32", "[2]", from, to) + "}", floats(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[3]",
                "[1]",
                "[]",
                "[0]",
                "[-2]",
                "[-1,-2]",
                "[2.0]",
                "[1.9]",
                "[4294967298]",
                "[9223372036854775807,9223372036854775807]",
                "[4611686018427387904,4]",
                "[2147483647]",
                "[99999999999999999999]",
                "['x']",
                "[null]",
                "[{}]",
                "[[]]",
                "[true]",
                "2",
                "null",
                "{}"
            })
    void refusesShapesThatTheDataDoNotFill(String shape) {
        assertRefused(file("{" + entry("w", "F32", shape, "0", "8") + "}", floats(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"F64", "I32", "BOOL", "f32", "", "F320"})
    void refusesOtherTypes(String type) {
        assertRefused(file("{" + entry("w", type, "[1]", "0", "8") + "}", new byte[8]))
                .hasMessageContaining("values of type " + type + "; only F16, BF16, F32 and I64 are read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null ",
                "17",
                "'w'",
                "{'w'",
                "{'w':1}",
                "{'w':[]}",
                "{'w':{}}",
                "{'w':{'dtype':'F32','shape':[0]}}",
                "{'w':{'dtype':'F32','data_offsets':[0,0]}}",
                "{'w':{'shape':[0],'data_offsets':[0,0]}}",
                "{'w':{'dtype':[],'shape':[0],'data_offsets':[0,0]}}",
                "{'w':{'dtype':'F32','shape':[0],'data_offsets':[0]}}",
                "{'w':{'dtype':'F32','shape':[0],'data_offsets':[0,0,0]}}",
                "{'w':{'dtype':'F32','shape':[0],'data_offsets':7}}",
                "{} {}",
                "  "
            })
    void refusesADamagedHeader(String header) {
        assertThatThrownBy(() -> read(file(header)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("w.safetensors: not a valid safetensors file (");
    }

    @Test
    void refusesADeeplyNestedHeader() {
        assertRefused(file("{'w':" + "[".repeat(100_000)));
        assertRefused(file("{'w':" + "{'a':".repeat(100_000)));
    }

    @Test
    void refusesTensorsThatOverlap() {
        String header = "{" + entry("a", "F32", "[2]", "0", "8") + "," + entry("b", "F32", "[2]", "4", "12") + "}";
        assertRefused(file(header, floats(1, 2, 3)))
                .hasMessageContaining("'b' lies at 4 to 12 of 12 bytes of data, where 8 is the next free");
    }

    @Test
    void refusesAGapBetweenTensors() {
        String header = "{" + entry("a", "F32", "[1]", "0", "4") + "," + entry("b", "F32", "[1]", "8", "12") + "}";
        assertRefused(file(header, floats(1, 2, 3))).hasMessageContaining("'b' lies at 8");
    }

    /** 20,000 names of one tensor of a megabyte would need 20 GB; the tests have one. */
    @Test
    void aSmallFileCannotAskForMuchMemory() {
        StringBuilder header = new StringBuilder("{" + entry("w", "F32", "[262144]", "0", "1048576"));
        for (int i = 0; i < 20_000; i++) {
            header.append(',').append(entry("w" + i, "F32", "[262144]", "0", "1048576"));
        }
        assertRefused(file(header.append('}').toString(), new byte[1 << 20]));
        assertRefused(file("{" + entry("w", "F32", "[2147483639]", "0", "8") + "}", new byte[8]));
        assertRefused(file("{" + entry("w", "F16", "[536870912,4]", "0", "8") + "}", new byte[8]));
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatThrownBy(() -> Safetensors.read("w.safetensors", broken))
                .isInstanceOf(ModelException.class)
                .hasMessage("w.safetensors: cannot be read: disk on fire")
                .hasCauseInstanceOf(IOException.class);
    }
}
