package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VectorBytesTest {

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static VectorBytes open(byte[] file) {
        return new VectorBytes(new ByteArrayInputStream(file), "file");
    }

    @Test
    void givesLinesAcrossTheEndOfItsWindow() {
        String line = "x".repeat(1000);
        int count = 3 * VectorBytes.WINDOW / 1000;
        VectorBytes bytes = open(ascii((line + "\n").repeat(count) + "end"));
        for (int i = 0; i < count; i++) {
            assertThat(bytes.line()).hasSize(1000).containsOnly('x');
        }
        assertThat(bytes.line()).isEqualTo(ascii("end"));
        assertThat(bytes.line()).isNull();
    }

    @Test
    void keepsEmptyLinesButAddsNoneAtTheEnd() {
        VectorBytes bytes = open(ascii("\na\n\n"));
        assertThat(bytes.line()).isEmpty();
        assertThat(bytes.line()).isEqualTo(ascii("a"));
        assertThat(bytes.line()).isEmpty();
        assertThat(bytes.line()).isNull();
    }

    @Test
    void fillsArraysAcrossTheEndOfItsWindow() {
        byte[] file = new byte[2 * VectorBytes.WINDOW + 5];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i % 251);
        }
        VectorBytes bytes = open(file);
        assertThat(bytes.read()).isZero();
        byte[] part = new byte[VectorBytes.WINDOW + 3];
        assertThat(bytes.readFully(part)).isTrue();
        assertThat(part).isEqualTo(Arrays.copyOfRange(file, 1, 1 + part.length));
        assertThat(bytes.readFully(part)).isFalse();
    }

    @Test
    void looksAheadWithoutReading() {
        VectorBytes bytes = open(ascii("ab"));
        assertThat(bytes.peek()).isEqualTo(ascii("ab"));
        assertThat(bytes.read()).isEqualTo('a');
        assertThat(bytes.peek()).isEqualTo(ascii("b"));
        assertThat(bytes.read()).isEqualTo('b');
        assertThat(bytes.read()).isEqualTo(-1);
    }

    @Test
    void unpacksGzipFilesOfSeveralMembers() {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(WordFiles.gzip(ascii("a\n")));
        members.writeBytes(WordFiles.gzip(ascii("b\n")));
        VectorBytes bytes = open(members.toByteArray());
        assertThat(bytes.line()).isEqualTo(ascii("a"));
        assertThat(bytes.line()).isEqualTo(ascii("b"));
        assertThat(bytes.line()).isNull();
    }

    @Test
    void digestsTheFileAsItLiesOnDisk() throws Exception {
        for (byte[] file : new byte[][] {ascii("a 1\n".repeat(500_000)), WordFiles.gzip(ascii("a 1\n")), {}}) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            VectorBytes bytes = open(file);
            bytes.read();
            assertThat(bytes.identity())
                    .isEqualTo(HexFormat.of().formatHex(digest).substring(0, 16));
        }
    }

    @Test
    void namesAFileThatStopsBeingReadable() {
        InputStream broken = new InputStream() {
            private int left = 3_000_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the disk is gone");
                }
                return left % 7 == 0 ? '\n' : 'x';
            }
        };
        assertThatThrownBy(() -> new VectorBytes(broken, "far.vec").identity())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("far.vec")
                .hasMessageContaining("the disk is gone");
    }
}
