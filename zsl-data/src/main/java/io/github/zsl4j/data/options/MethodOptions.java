package io.github.zsl4j.data.options;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The options of a method by name. A method is a record and its options are the components: numbers, truth values,
 * constants of enums, texts, and records of further options, whose names are joined by dots ({@code kernel.width}).
 */
public final class MethodOptions {

    private MethodOptions() {}

    /**
     * A method with some options changed.
     *
     * @param prototype a record that has the defaults
     * @param pairs {@code name=value}, separated by commas; empty for the defaults
     * @throws IllegalArgumentException if the text is not of that form, there is no such option (the message lists all), or
     *     a value does not fit
     */
    public static <T> T with(T prototype, String pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs.isBlank() ? new String[0] : pairs.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Options are written name=value, separated by commas; found '"
                        + pair.strip() + "'. " + known(prototype));
            }
            String name = pair.substring(0, equals).strip();
            if (values.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("Option " + name + " is given twice");
            }
        }
        return with(prototype, values);
    }

    /** As {@link #with(Object, String)}, with the pairs as a map. */
    public static <T> T with(T prototype, Map<String, String> values) {
        Map<String, Object> known = flat(prototype);
        for (String name : values.keySet()) {
            if (!known.containsKey(name) && known.keySet().stream().noneMatch(k -> k.startsWith(name + "."))) {
                throw new IllegalArgumentException("There is no option '" + name + "'. " + known(prototype));
            }
        }
        @SuppressWarnings("unchecked") // the same class as the prototype
        T changed = (T) changed(prototype, "", values);
        return changed;
    }

    private static Object changed(Object record, String prefix, Map<String, String> values) {
        RecordComponent[] components = RecordFields.of(record);
        Object[] changed = new Object[components.length];
        for (int i = 0; i < changed.length; i++) {
            String name = prefix + components[i].getName();
            Object value = RecordFields.get(record, components[i]);
            if (values.containsKey(name)) {
                changed[i] = OptionValue.parse(name, components[i].getType(), values.get(name));
            } else {
                changed[i] = value instanceof Record ? changed(value, name + ".", values) : value;
            }
        }
        try {
            return RecordFields.create(record.getClass(), changed);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    record.getClass().getSimpleName() + " does not take these options: " + e.getMessage(), e);
        }
    }

    private static String known(Object prototype) {
        Map<String, Object> known = flat(prototype);
        String name = prototype.getClass().getSimpleName();
        return known.isEmpty()
                ? name + " has no options"
                : known.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(", ", "The options of " + name + ", with their values, are ", ""));
    }

    /**
     * All options by their full names, with the values that they have; for help texts.
     *
     * @throws IllegalArgumentException if this is not a record
     */
    public static Map<String, Object> flat(Object record) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (RecordComponent component : RecordFields.of(record)) {
            Object value = RecordFields.get(record, component);
            if (value instanceof Record) {
                flat(value).forEach((name, inner) -> all.put(component.getName() + "." + name, inner));
            } else {
                all.put(component.getName(), plain(value, component.getType()));
            }
        }
        return all;
    }

    /**
     * The options as a tree that JSON can hold: maps, lists, texts, numbers and truth values, in the order of the record.
     * Where a component's declared type does not tell what it is, its map begins with {@code type}.
     *
     * @throws IllegalArgumentException if this is not a record
     */
    public static Map<String, Object> describe(Object record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : RecordFields.of(record)) {
            fields.put(component.getName(), plain(RecordFields.get(record, component), component.getType()));
        }
        return fields;
    }

    private static Object plain(Object value, Class<?> declared) {
        if (value instanceof Record) {
            return typed(value, declared);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> plain(inner, Object.class)).orElse(null);
        }
        if (value instanceof Iterable<?> items && value instanceof java.util.Collection<?>) {
            List<Object> list = new ArrayList<>();
            items.forEach(item -> list.add(plain(item, Object.class)));
            return list;
        }
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> plain(Array.get(value, i), declared.getComponentType()))
                    .toList();
        }
        return scalar(value);
    }

    private static Object scalar(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        boolean finite = !(value instanceof Number number) || Double.isFinite(number.doubleValue());
        boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
        return isPlain && finite ? value : value.toString();
    }

    private static Map<String, Object> typed(Object value, Class<?> declared) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value.getClass() != declared) {
            fields.put("type", value.getClass().getSimpleName());
        }
        fields.putAll(describe(value));
        return fields;
    }
}
