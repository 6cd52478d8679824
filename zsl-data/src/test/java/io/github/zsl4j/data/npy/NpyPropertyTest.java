package io.github.zsl4j.data.npy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NpyPropertyTest {

    @Provide
    Arbitrary<NpyFormat> formats() {
        return Combinators.combine(
                        Arbitraries.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 3))
                .as(NpyFormat::new);
    }

    @Provide
    Arbitrary<int[]> shapes() {
        return Arbitraries.integers()
                .between(0, 4)
                .array(int[].class)
                .ofMinSize(0)
                .ofMaxSize(4);
    }

    private static NpyArray random(ElementType type, int[] shape, long seed) {
        byte[] bytes = new byte[Arrays.stream(shape).reduce(type.size(), (a, b) -> a * b)];
        new Random(seed).nextBytes(bytes);
        return NpyArray.wrap("random", type, shape, bytes);
    }

    private static byte[] file(NpyArray array, NpyFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, array, format);
        return out.toByteArray();
    }

    private static NpyArray parse(byte[] file) throws IOException {
        return Npy.read(new ByteArrayInputStream(file), "file.npy", file.length);
    }

    @Property(tries = 300)
    void givesBackEveryBitOfWhatWasWritten(
            @ForAll ElementType type,
            @ForAll("shapes") int[] shape,
            @ForAll("formats") NpyFormat format,
            @ForAll long seed)
            throws IOException {
        NpyArray array = random(type, shape, seed);
        byte[] file = file(array, format);
        assertThat(parse(file)).isEqualTo(array);
        assertThat(file.length - array.bytes().length).isPositive().isEven();
        assertThat((file.length - array.bytes().length) % 64).isZero();
    }

    @Property(tries = 100)
    void refusesEveryTruncation(
            @ForAll ElementType type,
            @ForAll("formats") NpyFormat format,
            @ForAll @IntRange(min = 1, max = 200) int lost)
            throws IOException {
        byte[] file = file(random(type, new int[] {3, 5}, 1), format);
        byte[] cut = Arrays.copyOf(file, Math.max(0, file.length - lost));
        assertRefused(cut);
        assertRefused(Arrays.copyOf(file, file.length + lost));
    }

    /** The format has no checksum, so a changed value goes unseen; what must not happen is any other failure. */
    @Property(tries = 1000)
    void readsOrRefusesDamagedFilesButNeverFailsOtherwise(
            @ForAll("formats") NpyFormat format, @ForAll @IntRange(min = 0, max = 175) int at, @ForAll byte value)
            throws IOException {
        byte[] file = file(random(ElementType.FLOAT32, new int[] {3, 4}, 1), format);
        file[at] = value;
        try {
            assertThat(parse(file).bytes()).hasSize(48);
        } catch (DataException e) {
            assertThat(e).hasMessageStartingWith("file.npy: ");
        }
    }

    private static void assertRefused(byte[] file) throws IOException {
        try {
            parse(file);
        } catch (DataException e) {
            assertThat(e).hasMessageStartingWith("file.npy: ");
            return;
        }
        throw new AssertionError("A file of " + file.length + " bytes was taken for whole");
    }

    @Property(tries = 300)
    void convertsWholeNumbersThereAndBack(@ForAll ElementType type, @ForAll @IntRange(min = 0, max = 127) int value) {
        long fitting = type == ElementType.BOOL ? value % 2 : value;
        NpyArray array = NpyArray.of(new long[] {fitting});
        assertThat(array.as(type).as(ElementType.INT64)).isEqualTo(array);
    }
}
