package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.text.TextInputs.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a network's inputs are understood. */
class TextInputsTest {

    private static final List<Role> USUAL = List.of(Role.IDS, Role.MASK);

    /** Inputs in their order, with a shape for each that is named as such. */
    private record Reads(List<String> names, Map<String, long[]> shapes) implements Network {

        Reads(String... names) {
            this(List.of(names), Map.of());
        }

        @Override
        public Set<String> inputs() {
            return new LinkedHashSet<>(names);
        }

        @Override
        public Optional<long[]> shape(String name) {
            return Optional.ofNullable(shapes.get(name));
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            throw new AssertionError("not run");
        }

        @Override
        public void close() {}
    }

    private static TextInputs of(String... names) {
        return TextInputs.of(new Reads(names), USUAL);
    }

    private static TextInputs shaped(long... shape) {
        return TextInputs.of(new Reads(List.of("input_ids"), Map.of("input_ids", shape)), USUAL);
    }

    @Test
    void givesWhatTheNetworkReadsInItsOrder() {
        assertThat(of("token_type_ids", "input_ids").roles()).hasToString("{token_type_ids=TYPES, input_ids=IDS}");
        assertThat(of("input_ids", "position_ids").roles()).hasToString("{input_ids=IDS, position_ids=POSITIONS}");
    }

    @Test
    void givesWhatIsUsualToNetworksThatCannotTell() {
        assertThat(of().roles()).hasToString("{input_ids=IDS, attention_mask=MASK}");
        assertThat(of().width()).isEqualTo(TextInputs.UNKNOWN);
    }

    @Test
    void givesUnusualNamesTheRolesThatAreLeft() {
        assertThat(of("text").roles()).hasToString("{text=IDS}");
        assertThat(of("input_ids", "attention_mask", "input").roles())
                .hasToString("{input_ids=IDS, attention_mask=MASK, input=TYPES}");
    }

    @Test
    void readsTheLengthsThatTheNetworkHasFixed() {
        assertThat(shaped(-1, -1))
                .extracting(TextInputs::batch, TextInputs::width)
                .containsExactly(-1, -1);
        assertThat(shaped(-1, 77))
                .extracting(TextInputs::batch, TextInputs::width)
                .containsExactly(-1, 77);
        assertThat(shaped(1, 64))
                .extracting(TextInputs::batch, TextInputs::width)
                .containsExactly(1, 64);
        assertThat(shaped(77)).extracting(TextInputs::batch, TextInputs::width).containsExactly(-1, 0);
        assertThat(shaped(0, Long.MAX_VALUE))
                .extracting(TextInputs::batch, TextInputs::width)
                .containsExactly(-1, 0);
    }

    @Test
    void makesBatchesThatTheNetworkTakes() {
        Batching batching = new Batching(16, 256, 3);
        assertThat(shaped(-1, 77).fit(batching)).isEqualTo(batching);
        assertThat(shaped(1, 77).fit(batching)).isEqualTo(new Batching(1, 256, 3));
        assertThatThrownBy(() -> shaped(8, 77).fit(batching))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("8 texts at a time");
    }

    @Test
    void numbersPositions() {
        TextBatch batch = new TextBatch(
                List.of(0, 1),
                List.of(new TokenisedText(new long[] {5}, false), new TokenisedText(new long[] {6, 7}, false)),
                Padding.longest(9));
        Map<String, Tensor> tensors = of("input_ids", "attention_mask", "position_ids", "token_type_ids")
                .tensors(batch);
        assertThat(tensors.get("input_ids").longs()).containsExactly(5, 9, 6, 7);
        assertThat(tensors.get("attention_mask").longs()).containsExactly(1, 0, 1, 1);
        assertThat(tensors.get("position_ids").longs()).containsExactly(0, 1, 0, 1);
        assertThat(tensors.get("token_type_ids").longs()).containsExactly(0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixel_values", "image", "images"})
    void refusesPictures(String name) {
        assertThatThrownBy(() -> of(name))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("image tower");
    }

    @Test
    void refusesNetworksThatReadMore() {
        assertThatThrownBy(() -> of("input_ids", "attention_mask", "position_ids", "token_type_ids", "past_key_values"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("past_key_values");
        assertThatThrownBy(() -> of("attention_mask")).isInstanceOf(ModelException.class);
    }
}
