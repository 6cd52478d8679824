package io.github.zsl4j.data.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.closedform.Ridge;
import io.github.zsl4j.data.json.JsonFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodOptionsTest {

    /** One component of each type. */
    private record Everything(
            int rounds, long seed, float rate, double alpha, boolean unit, String name, Kernel kernel, int[] sizes) {

        private Everything {
            if (rounds < 1) {
                throw new IllegalArgumentException("rounds must be at least 1, not " + rounds);
            }
        }
    }

    private static final Everything DEFAULTS =
            new Everything(3, 7, 0.5f, 1, false, "n", new Kernel(Kernel.Kind.COSINE, 0.2), new int[] {4, 2});

    private static final ScaledTrainer SCALED = new ScaledTrainer(new Ridge(1), Scaling.NONE, Scaling.UNIT, false);

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        Everything changed = MethodOptions.with(
                DEFAULTS,
                "rounds=5, seed=-9,rate=1e-3,alpha=10,unit=true,name=a=b,kernel.kind=gaussian, kernel.width = 2");
        assertThat(changed.rounds()).isEqualTo(5);
        assertThat(changed.seed()).isEqualTo(-9);
        assertThat(changed.rate()).isEqualTo(1e-3f);
        assertThat(changed.alpha()).isEqualTo(10);
        assertThat(changed.unit()).isTrue();
        assertThat(changed.name()).isEqualTo("a=b");
        assertThat(changed.kernel()).isEqualTo(new Kernel(Kernel.Kind.GAUSSIAN, 2));
        assertThat(changed.sizes()).isSameAs(DEFAULTS.sizes());
        assertThat(MethodOptions.with(DEFAULTS, " ")).isEqualTo(DEFAULTS);
        assertThat(MethodOptions.with(new Ridge(1), Map.of("lambda", "2"))).isEqualTo(new Ridge(2));
    }

    @Test
    void reachesTheMethodWithinAnother() {
        assertThat(MethodOptions.with(SCALED, "trainer.lambda=3,features=centre-unit"))
                .isEqualTo(new ScaledTrainer(new Ridge(3), Scaling.CENTRE_UNIT, Scaling.UNIT, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta=1| There is no option 'beta'. The options of Everything, with their values, are rounds=3, seed=7",
                "beta=1| kernel.kind=COSINE, kernel.width=0.2, sizes=[4, 2]",
                "kernel.size=1| There is no option 'kernel.size'",
                "ker=1| There is no option 'ker'",
                "rounds=2.5| Option rounds is '2.5'; expected a whole number",
                "rounds=99999999999| expected a whole number",
                "alpha=x| Option alpha is 'x'; expected a number",
                "alpha=| Option alpha is ''; expected a number",
                "unit=yes| Option unit is 'yes'; expected true or false",
                "kernel.kind=linear| expected one of [COSINE, GAUSSIAN]",
                "kernel=cosine| set its own options, as kernel.NAME=VALUE",
                "sizes=3| cannot be written as text",
                "alpha| Options are written name=value, separated by commas; found 'alpha'",
                "=3| Options are written name=value",
                "alpha=1,alpha=2| Option alpha is given twice",
                "alpha=1,,| Options are written name=value",
                "rounds=0| Everything does not take these options: rounds must be at least 1, not 0",
                "kernel.width=-1| Kernel does not take these options: The width of a kernel"
            })
    void tellsWhatIsWrong(String pairs, String message) {
        assertThatThrownBy(() -> MethodOptions.with(DEFAULTS, pairs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void describesAsATreeThatJsonCanHold() {
        assertThat(JsonFields.write(MethodOptions.describe(SCALED)).replaceAll("\\s", ""))
                .isEqualTo("{\"trainer\":{\"type\":\"Ridge\",\"lambda\":1.0},\"features\":\"NONE\","
                        + "\"semantics\":\"UNIT\",\"unitCandidates\":false}");
        assertThat(MethodOptions.describe(DEFAULTS).get("kernel")).isEqualTo(Map.of("kind", "COSINE", "width", 0.2));
        assertThat(MethodOptions.describe(DEFAULTS).get("sizes")).isEqualTo(List.of(4, 2));
    }

    /** Components of further types. */
    private record Others(Optional<Double> gamma, List<Ridge> methods, double limit, Object nothing, Thread.State s) {}

    @Test
    void describesFurtherTypes() {
        Map<String, Object> described = MethodOptions.describe(
                new Others(Optional.of(2.0), List.of(new Ridge(1)), Double.POSITIVE_INFINITY, null, Thread.State.NEW));
        assertThat(described.values())
                .containsExactlyElementsOf(
                        Arrays.asList(2.0, List.of(Map.of("type", "Ridge", "lambda", 1.0)), "Infinity", null, "NEW"));
    }

    @Test
    void listsOptionsByTheirFullNames() {
        assertThat(MethodOptions.flat(SCALED))
                .containsOnlyKeys("trainer.lambda", "features", "semantics", "unitCandidates");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatThrownBy(() -> MethodOptions.describe("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> MethodOptions.with("text", "a=1")).isInstanceOf(IllegalArgumentException.class);
    }
}
