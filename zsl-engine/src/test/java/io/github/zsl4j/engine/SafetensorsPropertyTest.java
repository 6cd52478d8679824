package io.github.zsl4j.engine;

import static io.github.zsl4j.engine.SafetensorsFile.entry;
import static io.github.zsl4j.engine.SafetensorsFile.file;
import static io.github.zsl4j.engine.SafetensorsFile.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.error.ModelException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are: tensors, or a {@link ModelException}. */
class SafetensorsPropertyTest {

    private static void readOrRefuse(byte[] file) {
        try {
            read(file)
                    .forEach((name, tensor) -> assertThat(Tensor.size(tensor.shape()))
                            .isEqualTo(tensor.floats().length)
                            .isLessThanOrEqualTo(file.length));
        } catch (ModelException e) {
            assertThat(e).hasMessageStartingWith("w.safetensors: not a valid safetensors file");
        }
    }

    @Property
    void randomBytes(@ForAll @Size(max = 200) byte[] file) {
        readOrRefuse(file);
    }

    @Property
    void randomBytesAsAHeader(@ForAll @Size(max = 200) byte[] header, @ForAll @Size(max = 16) byte[] data) {
        readOrRefuse(file(header.length, header, data));
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "'w'",
                        "'dtype'",
                        "'F32'",
                        "'F16'",
                        "'shape'",
                        "'data_offsets'",
                        "0",
                        "1",
                        "4",
                        "8",
                        "-1",
                        "1e9",
                        "0.5",
                        "4294967296",
                        "null",
                        "true",
                        "'__metadata__'",
                        " ")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property
    void headersOfTheRightWords(@ForAll("json") String header, @ForAll @Size(max = 8) byte[] data) {
        readOrRefuse(file(header, data));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-1, 9).map(String::valueOf),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.of(
                        "2147483648",
                        "4294967296",
                        "9223372036854775807",
                        "9223372036854775808",
                        "-9223372036854775808",
                        "1e400",
                        "-0",
                        "0x4",
                        "NaN"));
    }

    // Of four numbers there are more edge cases than tries; the numbers themselves have those that matter.
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void wellFormedEntriesOfWrongNumbers(
            @ForAll("numbers") String rows,
            @ForAll("numbers") String columns,
            @ForAll("numbers") String from,
            @ForAll("numbers") String to) {
        String shape = "[" + rows + "," + columns + "]";
        readOrRefuse(file("{" + entry("w", "F32", shape, from, to) + "}", new byte[8]));
    }

    @Property
    void aValidFileWithOneByteSpoiled(
            @ForAll @IntRange(max = 150) int place, @ForAll @ByteRange(min = -128) byte value) {
        byte[] valid = file(
                "{" + entry("a", "F16", "[2]", "0", "4") + "," + entry("b", "F32", "[1]", "4", "8") + "}", new byte[8]);
        valid[place % valid.length] = value;
        readOrRefuse(valid);
    }
}
