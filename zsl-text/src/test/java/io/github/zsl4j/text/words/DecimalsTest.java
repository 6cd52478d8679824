package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    private static float parse(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0.0",
                "1",
                "-1.5",
                ".5",
                "5.",
                "-.25",
                "123456789012345",
                "1234567890123456",
                "0.1",
                "0.123456789012345",
                "0.1234567890123456",
                "1e0",
                "1E+5",
                "-2.5e-3",
                "3.4028235e38",
                "1e-50",
                "16777217",
                "000000000000000000001",
                "0.30000001192092896"
            })
    void readsDecimalNumbers(String number) {
        assertThat(parse(number)).isEqualTo((float) Double.parseDouble(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "-.",
                "1..2",
                "1.2.3",
                "--1",
                "+-1",
                "1-",
                "1e",
                "e1",
                "1e+",
                "1e5.0",
                "1e39",
                "-1e39",
                "1e999",
                "NaN",
                "nan",
                "inf",
                "Infinity",
                "0x1p3",
                "1f",
                "1d",
                "1_000",
                "1,5",
                " 1",
                "1 ",
                "１",
                "½"
            })
    void readsNothingElse(String number) {
        assertThat(parse(number)).isNaN();
    }

    /** Numbers as files of word vectors have them: the quick way and the JDK's agree. */
    @Property(tries = 2000)
    void agreesWithTheJdk(@ForAll @IntRange(min = -99_999_999) int units, @ForAll @IntRange(max = 12) int decimals) {
        String number = BigDecimal.valueOf(units, decimals).toPlainString();
        assertThat(parse(number)).isEqualTo((float) Double.parseDouble(number));
    }
}
