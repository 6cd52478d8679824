package io.github.zsl4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

    private static byte[] file(String type, String fortran, String shape, ByteBuffer data) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
        return ByteBuffer.allocate(10 + header.length() + data.capacity())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(data.rewind())
                .array();
    }

    private static ByteBuffer data(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsFloatsInTheirOrder() {
        ByteBuffer data = data(24);
        for (int i = 1; i <= 6; i++) {
            data.putFloat(i / 4f);
        }
        Npy npy = Npy.parse(file("<f4", "False", "(2, 3)", data));
        assertThat(npy.shape()).containsExactly(2, 3);
        assertThat(npy.values()).containsExactly(0.25f, 0.5f, 0.75f, 1, 1.25f, 1.5f);
        assertThat(npy.row(1)).containsExactly(1, 1.25f, 1.5f);
    }

    @Test
    void readsDoublesIntegersAndVectors() {
        assertThat(Npy.parse(file(
                                "<f8", "False", "(2,)", data(16).putDouble(1.5).putDouble(-2)))
                        .values())
                .containsExactly(1.5f, -2);
        Npy integers = Npy.parse(file("<i8", "False", "(1,)", data(8).putLong(-7)));
        assertThat(integers.values()).containsExactly(-7);
        assertThat(integers.shape()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {">f4", "<f2", "|u1"})
    void refusesOtherTypes(String type) {
        assertThatThrownBy(() -> Npy.parse(file(type, "False", "(1,)", data(8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type);
    }

    @Test
    void refusesColumnOrder() {
        assertThatThrownBy(() -> Npy.parse(file("<f4", "True", "(1, 2)", data(8))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
