package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CommonComponentTest {

    private static double[][] random(int rows, int columns, Random random) {
        double[][] vectors = new double[rows][columns];
        for (double[] v : vectors) {
            Arrays.setAll(v, j -> random.nextGaussian());
        }
        return vectors;
    }

    private static double squares(double[][] vectors) {
        return Arrays.stream(vectors)
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .sum();
    }

    private static double[][] without(CommonComponent component, double[][] vectors) {
        double[][] rest = Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
        Arrays.stream(rest).forEach(component::removeFrom);
        return rest;
    }

    private static CommonComponent along(double... direction) {
        return CommonComponent.of(new double[][] {direction, direction});
    }

    /** The first singular vector is the direction whose removal leaves least. */
    @Property(tries = 200)
    void takesAwayMoreThanAnyOtherDirection(
            @ForAll @IntRange(min = 2, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 8) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] vectors = random(rows, columns, random);
        double left = squares(without(CommonComponent.of(vectors), vectors));
        for (int i = 0; i < 20; i++) {
            double[] other = random(1, columns, random)[0];
            // two values within 1e-6 of each other have no clear first, but leave the same
            assertThat(left).isLessThanOrEqualTo(squares(without(along(other), vectors)) * (1 + 1e-6) + 1e-12);
        }
    }

    @Property(tries = 100)
    void removesNothingTheSecondTime(@ForAll @IntRange(min = 1, max = 20) int columns, @ForAll long seed) {
        double[][] vectors = random(5, columns, new Random(seed));
        CommonComponent component = CommonComponent.of(vectors);
        double[][] once = without(component, vectors);
        double[][] twice = without(component, once);
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).containsExactly(once[i], within(1e-12));
        }
    }

    @Property(tries = 100)
    void doesNotDependOnTheScaleOfTheVectors(@ForAll @IntRange(min = -30, max = 30) int exponent) {
        double[][] vectors = random(6, 4, new Random(3));
        double factor = Math.pow(10, exponent);
        double[][] scaled = Arrays.stream(vectors)
                .map(v -> Arrays.stream(v).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
        double[] a = {1, 2, 3, 4};
        double[] b = a.clone();
        CommonComponent.of(vectors).removeFrom(a);
        CommonComponent.of(scaled).removeFrom(b);
        assertThat(b).containsExactly(a, within(1e-9));
    }

    @Test
    void isTheDirectionOfVectorsThatShareOne() {
        double[] v = {1, 1, 5};
        along(3, 3, 0).removeFrom(v);
        assertThat(v).containsExactly(new double[] {0, 0, 5}, within(1e-12));
    }

    @Test
    void doesNotCentreTheVectors() {
        // centred, the second axis would be the first component
        CommonComponent component = CommonComponent.of(new double[][] {{10, 1}, {10, -1}});
        double[] v = {7, 3};
        component.removeFrom(v);
        assertThat(v).containsExactly(new double[] {0, 3}, within(1e-12));
    }

    @Test
    void tellsCloseSingularValuesApart() {
        CommonComponent component = CommonComponent.of(new double[][] {{0, 1.0001}, {1, 0}});
        double[] v = {1, 1};
        component.removeFrom(v);
        assertThat(v).containsExactly(new double[] {1, 0}, within(1e-9));
    }

    @Test
    void hasAnIdentityOfItsDirection() {
        assertThat(along(1, 2).identity())
                .isEqualTo(along(1, 2).identity())
                .isNotEqualTo(along(1, 3).identity());
    }
}
