package io.github.zsl4j.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngTextTest {

    private static final String HEX = "\nexif\n       3\n0aff\n10\n";

    @Test
    void readsPlainText() {
        PngText text = text("tEXt", bytes("Key\0some\0text"));

        assertThat(text.keyword()).isEqualTo("Key");
        assertThat(text.isPlain()).isTrue();
        assertThat(text.value()).isEqualTo(bytes("some\0text"));
    }

    @Test
    void readsOnlyItsOwnChunk() {
        byte[] data = bytes("beforeKey\0valueafter");
        PngText text = new PngText("tEXt", data, 6, data.length - 5);

        assertThat(text.keyword()).isEqualTo("Key");
        assertThat(text.value()).isEqualTo(bytes("value"));
    }

    @Test
    void readsCompressedText() {
        PngText text = text("zTXt", join(bytes("Key\0\0"), deflated(bytes("value"))));

        assertThat(text.isPlain()).isFalse();
        assertThat(text.value()).isEqualTo(bytes("value"));
    }

    @Test
    void readsInternationalTextCompressedOrNot() {
        assertThat(text("iTXt", bytes("Key\0\0\0de\0Wort\0value")).value()).isEqualTo(bytes("value"));
        assertThat(text("iTXt", join(bytes("Key\0\1\0de\0Wort\0"), deflated(bytes("value"))))
                        .value())
                .isEqualTo(bytes("value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt"})
    void takesAChunkThatEndsEarlyForEmpty(String type) {
        byte[] whole = bytes("Key\0\1\0de\0Wort\0");
        for (int length = 0; length <= 4; length++) {
            assertThat(text(type, Arrays.copyOf(whole, length)).value()).isEmpty();
        }
        assertThat(text("iTXt", whole).value()).isEmpty();
        assertThat(text("iTXt", bytes("Key\0\0\0de\0Wort")).value()).isEmpty();
    }

    @Test
    void takesDamagedCompressionForEmpty() {
        byte[] packed = deflated(bytes("a value that is long enough to be cut"));

        assertThat(text("zTXt", bytes("Key\0\0not compressed")).value()).isEmpty();
        assertThat(text("zTXt", join(bytes("Key\0\0"), Arrays.copyOf(packed, packed.length / 2)))
                        .value())
                .isEmpty();
    }

    @Test
    void unpacksNoMoreThanItsLimit() {
        byte[] most = new byte[PngText.LONGEST];

        assertThat(text("zTXt", join(bytes("Key\0\0"), deflated(most))).value()).hasSize(PngText.LONGEST);
        assertThat(text("zTXt", join(bytes("Key\0\0"), deflated(new byte[PngText.LONGEST + 1])))
                        .value())
                .isEmpty();
    }

    @Test
    void readsHexadecimalDigitsAfterThreeLines() {
        assertThat(text("tEXt", bytes("Key\0" + HEX)).hexValue()).containsExactly(0x0a, 0xff, 0x10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\nexif\n 3\n0aff1", "\nexif\n 3\nno digits"})
    void takesDamagedDigitsForNone(String value) {
        assertThat(text("tEXt", bytes("Key\0" + value)).hexValue()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0aff", "\nexif\n"})
    void takesMissingDigitsForNoBytes(String value) {
        assertThat(text("tEXt", bytes("Key\0" + value)).hexValue()).isEmpty();
    }

    @Property(tries = 300)
    void neverFailsOnAnyBytes(@ForAll byte[] content) {
        for (String type : new String[] {"tEXt", "zTXt", "iTXt"}) {
            assertThat(text(type, content).value()).hasSizeLessThanOrEqualTo(PngText.LONGEST);
            text(type, content).hexValue();
        }
    }

    private static PngText text(String type, byte[] content) {
        return new PngText(type, content, 0, content.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
