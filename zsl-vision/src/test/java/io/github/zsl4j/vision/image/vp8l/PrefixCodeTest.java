package io.github.zsl4j.vision.image.vp8l;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrefixCodeTest {

    @Property(tries = 300)
    void readsWhatWasWrittenInAnyCompleteCode(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        int[] lengths = randomLengths(random, 300);
        int[] codes = canonical(lengths);
        BitWriter out = new BitWriter();
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int symbol = random.nextInt(lengths.length);
            if (lengths[symbol] > 0) {
                written.add(symbol);
                out.write(Integer.reverse(codes[symbol]) >>> 32 - lengths[symbol], lengths[symbol]);
            }
        }
        byte[] bytes = out.bytes();
        BitReader in = new BitReader(bytes, 0, bytes.length);
        PrefixCode code = new PrefixCode(lengths);

        for (int symbol : written) {
            assertThat(code.read(in)).isEqualTo(symbol);
        }
        assertThat(in.exhausted()).isFalse();
    }

    /** Splits leaves at random until there are enough; some become long. */
    private static int[] randomLengths(Random random, int symbols) {
        List<Integer> leaves = new ArrayList<>(List.of(1, 1));
        int target = 2 + random.nextInt(symbols - 2);
        while (leaves.size() < target) {
            int i = random.nextBoolean() ? leaves.size() - 1 : random.nextInt(leaves.size());
            if (leaves.get(i) < PrefixCode.LONGEST) {
                leaves.add(leaves.get(i) + 1);
                leaves.set(i, leaves.get(i) + 1);
            } else {
                Collections.shuffle(leaves, random);
            }
        }
        leaves.addAll(Collections.nCopies(symbols - leaves.size(), 0));
        Collections.shuffle(leaves, random);
        return leaves.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] canonical(int[] lengths) {
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int length = 1; length <= PrefixCode.LONGEST; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = next++;
                }
            }
            next <<= 1;
        }
        return codes;
    }

    @Test
    void readsASingleSymbolWithoutBits() throws IOException {
        BitReader in = new BitReader(new byte[0], 0, 0);

        assertThat(new PrefixCode(new int[] {0, 0, 7}).read(in)).isEqualTo(2);
        assertThat(in.exhausted()).isFalse();
    }

    @Test
    void refusesCodesThatAreNotComplete() {
        assertThatThrownBy(() -> new PrefixCode(new int[] {1, 2})).hasMessageContaining("too few");
        assertThatThrownBy(() -> new PrefixCode(new int[] {1, 1, 1})).hasMessageContaining("too many");
        assertThatThrownBy(() -> new PrefixCode(new int[] {1, 1, 15})).hasMessageContaining("too many");
        assertThatThrownBy(() -> new PrefixCode(new int[5])).hasMessageContaining("too few");
    }

    @Test
    void readsSimpleCodes() throws IOException {
        BitWriter out = new BitWriter()
                .write(1, 1)
                .write(1, 1)
                .write(1, 1)
                .write(200, 8)
                .write(3, 8);
        byte[] bytes = out.write(0b10, 2).bytes();
        BitReader in = new BitReader(bytes, 0, bytes.length);
        PrefixCode code = new PrefixCodeReader(in).read(256);

        assertThat(code.read(in)).isEqualTo(3);
        assertThat(code.read(in)).isEqualTo(200);
    }

    @Test
    void ignoresSymbolsOutsideTheAlphabet() throws IOException {
        BitWriter out = new BitWriter()
                .write(1, 1)
                .write(1, 1)
                .write(1, 1)
                .write(200, 8)
                .write(3, 8);
        byte[] bytes = out.bytes();
        BitReader in = new BitReader(bytes, 0, bytes.length);

        assertThat(new PrefixCodeReader(in).read(40).read(in)).isEqualTo(3);
        byte[] none = new BitWriter().single(40).bytes();
        assertThatThrownBy(() -> new PrefixCodeReader(new BitReader(none, 0, none.length)).read(40))
                .isInstanceOf(IOException.class);
    }

    @Test
    void repeatsLengths() throws IOException {
        // Lengths 17 (zeros), 16 (the last again) and 3 are written in two bits, or one.
        BitWriter out = new BitWriter().write(0, 1).write(16 - 9, 4);
        int[] own = {2, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0};
        for (int length : own) {
            out.write(length, 3);
        }
        // Ten symbols have no code and the other eight one of three bits. 3 has code 0, 16 has 10 and 17 has 11; read
        // from the left, so written reversed.
        out.write(0, 1)
                .write(0b11, 2)
                .write(7, 3)
                .write(0, 1)
                .write(0b01, 2)
                .write(3, 2)
                .write(0, 1);
        byte[] bytes = out.write(0b000, 3).write(0b111, 3).bytes();
        BitReader in = new BitReader(bytes, 0, bytes.length);
        PrefixCode code = new PrefixCodeReader(in).read(18);

        assertThat(code.read(in)).isEqualTo(10);
        assertThat(code.read(in)).isEqualTo(17);
    }
}
