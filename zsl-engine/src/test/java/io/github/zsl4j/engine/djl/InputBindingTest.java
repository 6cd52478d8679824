package io.github.zsl4j.engine.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.djl.ForwardMethod.Parameter;
import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputBindingTest {

    /** The tensors' only value says which name they came under. */
    private final Map<Tensor, String> names = new LinkedHashMap<>();

    private Map<String, Tensor> tensors(List<String> given) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String name : given) {
            Tensor tensor = Tensor.of(new long[] {names.size()}, 1);
            names.put(tensor, name);
            tensors.put(name, tensor);
        }
        return tensors;
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    private static OrderedInputs ordered(String parameters) {
        return new OrderedInputs(words(parameters).stream()
                .map(name -> new Parameter(name.replace("?", ""), name.endsWith("?")))
                .toList());
    }

    private List<String> bound(InputBinding binding, List<String> given) {
        return binding.bind(tensors(given)).stream()
                .map(argument -> names.get(argument.tensor()))
                .toList();
    }

    /** Parameters (with a question mark: optional), given names, and which of them goes to each parameter. */
    @ParameterizedTest
    @CsvSource({
        "input_ids attention_mask, attention_mask input_ids, input_ids attention_mask",
        "input_ids attention_mask input, token_type_ids attention_mask input_ids, "
                + "input_ids attention_mask token_type_ids",
        "x, pixel_values, pixel_values",
        "args_0, features, features",
        "input0 input1 input2, token_type_ids input_ids attention_mask, input_ids attention_mask token_type_ids",
        "input attention_mask, attention_mask input_ids, input_ids attention_mask",
        "a b, b a, a b",
        "image text, input_ids pixel_values, pixel_values input_ids",
        "text mask, attention_mask input_ids, input_ids attention_mask",
        "pixel_values, images, images",
        "x y, y pixel_values, pixel_values y",
        "x, x, x",
        "x factor?, pixel_values, pixel_values",
        "input_ids attention_mask?, input_ids, input_ids",
        "input_ids attention_mask?, attention_mask input_ids, input_ids attention_mask",
        ", pixel_values, pixel_values",
        ", token_type_ids pixel_values input_ids, input_ids token_type_ids pixel_values"
    })
    void takesNamesFirstAndThenTheOrder(String parameters, String given, String expected) {
        List<String> shuffled = new ArrayList<>(words(given));
        for (int seed = 0; seed < 6; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(bound(ordered(parameters), shuffled)).isEqualTo(words(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "input_ids attention_mask, input_ids",
        "input_ids, input_ids attention_mask",
        "x, input_ids attention_mask",
        "input_ids attention_mask, input_ids token_type_ids",
        "image, input_ids",
        "x y, one two",
        "x y, pixel_values",
        "x, ''",
        "a? b, b",
        "a? b?, b"
    })
    void refusesWhatDoesNotFit(String parameters, String given) {
        List<String> names = given.isEmpty() ? List.of() : words(given);
        assertThatThrownBy(() -> ordered(parameters).bind(tensors(names)))
                .isInstanceOf(ModelException.class)
                .hasMessage("the network reads " + words(parameters.replace("?", "")) + ", not " + names);
    }

    @Test
    void refusesNamesWithoutAnOrder() {
        assertThatThrownBy(() -> ordered(null).bind(tensors(List.of("one", "two"))))
                .isInstanceOf(ModelException.class)
                .hasMessage("the network reads inputs without names, not [one, two]");
    }

    @Test
    void givesOrderedInputsNoNames() {
        assertThat(ordered("x").bind(tensors(List.of("x"))))
                .extracting(Argument::name)
                .containsOnlyNulls();
    }

    @Test
    void takesNamedInputsByNameWithTheirTypes() {
        Port half = new Port("a", DataType.FLOAT16, Optional.empty());
        NamedInputs inputs = new NamedInputs(Map.of("a", half, "b", Port.named("b")));
        List<Argument> arguments = inputs.bind(tensors(Arrays.asList("b", "a")));
        assertThat(arguments).extracting(Argument::name).containsExactly("b", "a");
        assertThat(arguments).extracting(Argument::type).containsExactly(DataType.UNKNOWN, DataType.FLOAT16);
        assertThat(names.get(arguments.get(0).tensor())).isEqualTo("b");
    }

    @Test
    void leavesUnknownNamesToTheEngine() {
        assertThat(new NamedInputs(Map.of()).bind(tensors(List.of("c"))))
                .extracting(Argument::name)
                .containsExactly("c");
    }
}
