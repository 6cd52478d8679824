package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoolDecoderTest {

    @Property(tries = 200)
    void readsWhatAnEncoderWrote(@ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        Random random = new Random(seed);
        boolean[] bits = new boolean[count];
        int[] probabilities = new int[count];
        BoolEncoder encoder = new BoolEncoder();
        for (int i = 0; i < count; i++) {
            probabilities[i] = random.nextInt(256);
            bits[i] = random.nextInt(256) >= probabilities[i];
            encoder.write(bits[i], probabilities[i]);
        }
        byte[] coded = encoder.bytes();
        BoolDecoder decoder = new BoolDecoder(coded, 0, coded.length);

        for (int i = 0; i < count; i++) {
            assertThat(decoder.bit(probabilities[i]) != 0).as("bit %d", i).isEqualTo(bits[i]);
        }
        assertThat(decoder.exhausted()).isFalse();
    }

    @Property(tries = 100)
    void readsSignsAmongOtherBits(@ForAll long seed) {
        Random random = new Random(seed);
        boolean[] bits = new boolean[200];
        BoolEncoder encoder = new BoolEncoder();
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextBoolean();
            encoder.write(bits[i], i % 2 == 0 ? 77 : 128);
        }
        byte[] coded = encoder.bytes();
        BoolDecoder decoder = new BoolDecoder(coded, 0, coded.length);

        for (int i = 0; i < bits.length; i += 2) {
            assertThat(decoder.bit(77) != 0).isEqualTo(bits[i]);
            assertThat(decoder.signed(5)).isEqualTo(bits[i + 1] ? -5 : 5);
        }
    }

    @Test
    void readsNumbersHighestBitFirstAndSigns() {
        BoolEncoder encoder = new BoolEncoder();
        encoder.write(0b1011, 4);
        encoder.write(0, 1); // no number
        encoder.write(0b1_0101_1, 6); // a number: 5, negative
        encoder.write(0b1_0101_0, 6);
        byte[] coded = encoder.bytes();
        BoolDecoder decoder = new BoolDecoder(coded, 0, coded.length);

        assertThat(decoder.number(4)).isEqualTo(11);
        assertThat(decoder.optionalSigned(4)).isZero();
        assertThat(decoder.optionalSigned(4)).isEqualTo(-5);
        assertThat(decoder.optionalSigned(4)).isEqualTo(5);
    }

    @Test
    void readsOnlyItsOwnPartOfTheData() {
        BoolEncoder encoder = new BoolEncoder();
        encoder.write(0x5a5a5a, 24);
        byte[] coded = encoder.bytes();
        byte[] within = new byte[coded.length + 9];
        java.util.Arrays.fill(within, (byte) 0xff);
        System.arraycopy(coded, 0, within, 3, coded.length);

        assertThat(new BoolDecoder(within, 3, 3 + coded.length).number(24)).isEqualTo(0x5a5a5a);
    }

    @Test
    void tellsThatItHasReadPastTheEnd() {
        BoolDecoder decoder = new BoolDecoder(new byte[2], 0, 2);

        // The first bit costs little and the others one each; eight must be left to compare.
        decoder.number(8);
        assertThat(decoder.exhausted()).isFalse();
        decoder.number(9);
        assertThat(decoder.exhausted()).isTrue();
        assertThat(decoder.number(20)).isZero();
    }

    @Test
    void isExhaustedFromTheStartWithoutData() {
        assertThat(new BoolDecoder(new byte[5], 3, 3).exhausted()).isTrue();
    }
}
