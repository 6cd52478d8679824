package io.github.zsl4j.engine.djl;

import ai.djl.ndarray.types.DataType;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * For engines that bind by position, such as PyTorch. A tensor goes to the parameter of its own name; one whose name
 * tracing has lost ({@code x}, {@code input}, {@code input0}, {@code args_0}) takes what is left, in the order in which
 * the Hugging Face networks take their inputs: {@code input_ids}, {@code attention_mask}, {@code token_type_ids},
 * {@code pixel_values}. A parameter whose name says what it is ({@code image}, {@code text}) never takes another thing.
 *
 * @param parameters of the network's method {@code forward}; empty if they cannot be told
 */
record OrderedInputs(List<ForwardMethod.Parameter> parameters) implements InputBinding {

    private static final List<String> ORDER = List.of("input_ids", "attention_mask", "token_type_ids", "pixel_values");

    /** What other projects call the same inputs. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "image", "pixel_values",
            "images", "pixel_values",
            "img", "pixel_values",
            "text", "input_ids",
            "tokens", "input_ids",
            "ids", "input_ids",
            "mask", "attention_mask");

    private static final Comparator<String> BY_ORDER =
            Comparator.comparingInt(OrderedInputs::rank).thenComparing(Comparator.naturalOrder());

    private static int rank(String name) {
        int index = ORDER.indexOf(meaning(name));
        return index < 0 ? ORDER.size() : index;
    }

    private static String meaning(String name) {
        return SYNONYMS.getOrDefault(name, name);
    }

    private static boolean isLost(String name) {
        return rank(name) == ORDER.size();
    }

    @Override
    public List<Argument> bind(Map<String, Tensor> tensors) {
        TreeMap<String, Tensor> open = new TreeMap<>(BY_ORDER);
        open.putAll(tensors);
        List<Tensor> bound = parameters.isEmpty() ? takeAll(open, tensors) : take(open, tensors);
        return bound.stream()
                .map(tensor -> new Argument(null, DataType.UNKNOWN, tensor))
                .toList();
    }

    private List<Tensor> takeAll(TreeMap<String, Tensor> open, Map<String, Tensor> tensors) {
        requireOrder(open, tensors);
        return new ArrayList<>(open.values());
    }

    private List<Tensor> take(TreeMap<String, Tensor> open, Map<String, Tensor> tensors) {
        Map<String, Tensor> bound = new HashMap<>();
        take(open, bound, (given, own) -> given.equals(own));
        take(open, bound, (given, own) -> !isLost(own) && meaning(given).equals(meaning(own)));
        requireOrder(open, tensors);
        for (ForwardMethod.Parameter parameter : parameters) {
            if (!bound.containsKey(parameter.name()) && isLost(parameter.name()) && !open.isEmpty()) {
                bound.put(parameter.name(), open.pollFirstEntry().getValue());
            }
        }
        if (!open.isEmpty()) {
            throw misfit(tensors);
        }
        return inOrder(bound, tensors);
    }

    private void take(Map<String, Tensor> open, Map<String, Tensor> bound, BiPredicate<String, String> same) {
        for (ForwardMethod.Parameter parameter : parameters) {
            String own = parameter.name();
            if (!bound.containsKey(own)) {
                open.keySet().stream()
                        .filter(given -> same.test(given, own))
                        .findFirst()
                        .ifPresent(given -> bound.put(own, open.remove(given)));
            }
        }
    }

    /** Of two names that are not in the list, none comes first. */
    private void requireOrder(Map<String, Tensor> open, Map<String, Tensor> tensors) {
        if (open.keySet().stream().filter(OrderedInputs::isLost).count() > 1) {
            throw misfit(tensors);
        }
    }

    /** Parameters with a default may be left out, from the last on. */
    private List<Tensor> inOrder(Map<String, Tensor> bound, Map<String, Tensor> tensors) {
        List<Tensor> arguments = new ArrayList<>();
        for (ForwardMethod.Parameter parameter : parameters) {
            Tensor tensor = bound.get(parameter.name());
            if (tensor != null && arguments.size() == parameters.indexOf(parameter)) {
                arguments.add(tensor);
            } else if (tensor != null || !parameter.optional()) {
                throw misfit(tensors);
            }
        }
        return arguments;
    }

    private ModelException misfit(Map<String, Tensor> tensors) {
        List<String> names =
                parameters.stream().map(ForwardMethod.Parameter::name).toList();
        return new ModelException("the network reads " + (names.isEmpty() ? "inputs without names" : names) + ", not "
                + tensors.keySet());
    }
}
