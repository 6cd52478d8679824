package io.github.zsl4j.vision.image.vp8;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeFilterTest {

    private static final int SIZE = 8;

    private final Plane plane = new Plane(SIZE, SIZE);
    private final EdgeFilter filter = new EdgeFilter(plane, SIZE);

    /** Worked out by hand from the RFC's formulas. */
    @ParameterizedTest
    @CsvSource({
        "simple, 100 100 100 100 108 108 108 108, 100 100 100 102 106 108 108 108",
        "inner,  100 100 100 100 108 108 108 108, 100 100 102 103 105 106 108 108",
        "outer,  100 100 100 100 108 108 108 108, 100 101 102 103 105 106 107 108"
    })
    void smoothsAStep(String kind, String before, String after) {
        assertThat(filtered(kind, before, FilterStrength.of(30, 0))).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"simple", "inner", "outer"})
    void leavesEvenRowsAndTheEdgesOfThePictureAlone(String kind) {
        String even = "90 90 90 90 90 90 90 90";
        String edge = "20 20 20 20 220 220 220 220";

        assertThat(filtered(kind, even, FilterStrength.of(63, 0))).isEqualTo(even);
        assertThat(filtered(kind, edge, FilterStrength.of(63, 0))).isEqualTo(edge);
    }

    @Test
    void changesOneSampleOnEitherSideWhereThePictureVaries() {
        String varied = filtered("outer", "100 100 100 104 112 108 108 108", FilterStrength.of(30, 0));

        assertThat(varied).startsWith("100 100 100 ").endsWith(" 108 108 108").isNotEqualTo("104 112");
        assertThat(varied).isEqualTo("100 100 100 106 110 108 108 108");
    }

    @Test
    void leavesAloneWhatVariesMoreThanSharpnessAllows() {
        String varied = "100 100 105 105 108 108 108 108";

        assertThat(filtered("inner", varied, FilterStrength.of(30, 7))).isEqualTo(varied);
        assertThat(filtered("inner", varied, FilterStrength.of(30, 0))).isNotEqualTo(varied);
    }

    @Test
    void smoothsEdgesBetweenMacroblocksThatItLeavesInside() {
        String step = "100 100 100 100 104 104 104 104";
        FilterStrength weak = FilterStrength.of(2, 0);

        assertThat(filtered("inner", step, weak)).isEqualTo(step);
        assertThat(filtered("outer", step, weak)).isNotEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 3, 1, 0",
        "20, 0, 60, 20, 1",
        "63, 0, 189, 63, 2",
        "40, 3, 86, 6, 2",
        "40, 7, 82, 2, 2",
        "1, 7, 3, 1, 0"
    })
    void derivesTheLimits(int level, int sharpness, int limit, int interior, int variance) {
        assertThat(FilterStrength.of(level, sharpness)).isEqualTo(new FilterStrength(limit, interior, variance));
    }

    /** The row after the edge in its middle has been filtered; both directions must agree. */
    private String filtered(String kind, String row, FilterStrength strength) {
        int[] values = Arrays.stream(row.split(" ")).mapToInt(Integer::parseInt).toArray();
        filter.use(strength);
        String across = run(kind, values, 1, plane.stride);
        String down = run(kind, values, plane.stride, 1);
        assertThat(down).isEqualTo(across);
        return across;
    }

    private String run(String kind, int[] values, int across, int along) {
        int first = plane.at(0, 0);
        for (int i = 0; i < SIZE * SIZE; i++) {
            plane.samples[first + i / SIZE * along + i % SIZE * across] = (byte) values[i % SIZE];
        }
        int edge = first + SIZE / 2 * across;
        switch (kind) {
            case "simple" -> filter.simple(edge, across, along, true);
            case "inner" -> filter.inner(edge, across, along);
            default -> filter.outer(edge, across, along);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < SIZE; i++) {
            assertThat(plane.samples[first + i * across + 7 * along]).isEqualTo(plane.samples[first + i * across]);
            out.append(i == 0 ? "" : " ").append(plane.samples[first + i * across] & 0xff);
        }
        return out.toString();
    }
}
