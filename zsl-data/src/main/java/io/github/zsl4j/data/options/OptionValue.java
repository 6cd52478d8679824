package io.github.zsl4j.data.options;

import java.util.Arrays;
import java.util.Locale;

/** One option's value from text. */
final class OptionValue {

    private OptionValue() {}

    /** @throws IllegalArgumentException if the text is no value of the type */
    static Object parse(String name, Class<?> type, String text) {
        try {
            return type.isEnum() ? constant(type, text) : plain(name, type, text);
        } catch (NumberFormatException e) {
            throw wrong(name, text, type == int.class || type == long.class ? "a whole number" : "a number", e);
        } catch (IllegalArgumentException e) {
            throw wrong(name, text, e.getMessage(), e);
        }
    }

    private static Object plain(String name, Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == boolean.class || type == Boolean.class) {
            return flag(text);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == float.class || type == Float.class) {
            return Float.valueOf(text);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        throw new IllegalArgumentException("something that cannot be written as text (" + type.getSimpleName()
                + "); set its own options, as " + name + ".NAME=VALUE");
    }

    private static Object flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return text.equals("true");
    }

    private static Object constant(Class<?> type, String text) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static IllegalArgumentException wrong(String name, String text, String expected, Exception cause) {
        return new IllegalArgumentException("Option " + name + " is '" + text + "'; expected " + expected, cause);
    }
}
