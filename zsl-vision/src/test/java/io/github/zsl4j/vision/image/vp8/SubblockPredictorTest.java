package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mode as the RFC draws it (12.3): X is the corner, A to H stand above, I to L to the left from the top down. */
class SubblockPredictorTest {

    private final Plane plane = new Plane(32, 32);
    private final SubblockPredictor predictor = new SubblockPredictor(plane);

    SubblockPredictorTest() {
        new Random(1).nextBytes(plane.samples);
    }

    @ParameterizedTest
    @CsvSource({
        "VERTICAL, XAB ABC BCD CDE XAB ABC BCD CDE XAB ABC BCD CDE XAB ABC BCD CDE",
        "HORIZONTAL, XIJ XIJ XIJ XIJ IJK IJK IJK IJK JKL JKL JKL JKL KLL KLL KLL KLL",
        "LEFT_DOWN, ABC BCD CDE DEF BCD CDE DEF EFG CDE DEF EFG FGH DEF EFG FGH GHH",
        "RIGHT_DOWN, AXI BAX CBA DCB XIJ AXI BAX CBA IJK XIJ AXI BAX JKL IJK XIJ AXI",
        "VERTICAL_RIGHT, XA AB BC CD IXA XAB ABC BCD JIX XA AB BC KJI IXA XAB ABC",
        "VERTICAL_LEFT, AB BC CD DE ABC BCD CDE DEF BC CD DE EFG BCD CDE DEF FGH",
        "HORIZONTAL_DOWN, IX IXA XAB ABC JI JIX IX IXA KJ KJI JI JIX LK LKJ KJ KJI",
        "HORIZONTAL_UP, IJ IJK JK JKL JK JKL KL KLL KL KLL LL LL LL LL LL LL"
    })
    void predictsAsTheRfcDraws(String mode, String drawing) throws ReflectiveOperationException {
        int at = plane.at(8, 12);
        String[] cells = drawing.split(" ");
        int[] expected = new int[16];
        for (int i = 0; i < 16; i++) {
            expected[i] = mean(cells[i], at);
        }

        predictor.predict(Modes.class.getDeclaredField(mode).getInt(null), at, at - plane.stride + 4);

        for (int i = 0; i < 16; i++) {
            assertThat(plane.samples[at + i / 4 * plane.stride + i % 4] & 0xff)
                    .as("row %d, column %d: %s", i / 4, i % 4, cells[i])
                    .isEqualTo(expected[i]);
        }
    }

    /** Of two samples, or of three of which the middle one counts twice. */
    private int mean(String names, int at) {
        int first = sample(names.charAt(0), at);
        int second = sample(names.charAt(1), at);
        return names.length() == 2
                ? (first + second + 1) / 2
                : (first + 2 * second + sample(names.charAt(2), at) + 2) / 4;
    }

    private int sample(char name, int at) {
        int index;
        if (name == 'X') {
            index = at - plane.stride - 1;
        } else if (name <= 'H') {
            index = at - plane.stride + name - 'A';
        } else {
            index = at - 1 + (name - 'I') * plane.stride;
        }
        return plane.samples[index] & 0xff;
    }

    @ParameterizedTest
    @CsvSource({"4", "5", "9"})
    void looksToTheRightWhereItIsTold(int mode) {
        int at = plane.at(8, 12);
        int elsewhere = plane.at(20, 3);
        predictor.predict(mode, at, at - plane.stride + 4);
        byte usual = plane.samples[at + 3 * plane.stride + 3];
        predictor.predict(mode, at, elsewhere);

        // Only modes that point to the left use those samples.
        assertThat(plane.samples[at + 3 * plane.stride + 3] != usual).isEqualTo(mode == Modes.LEFT_DOWN);
    }
}
