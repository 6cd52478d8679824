package io.github.zsl4j.data.npy;

import io.github.zsl4j.data.DataException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text at the head of a {@code .npy} file: a Python dictionary of three entries. */
record NpyHeader(ElementType type, NpyFormat format, int[] shape) {

    /** As many axes as NumPy 2 has at most. */
    private static final int MAX_AXES = 64;

    private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"])([^'\"]*)\\1");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9,\\sL]*)\\)");

    static NpyHeader parse(String name, String text, int version) {
        String type = find(name, text, TYPE, 2, "the type of its elements; only plain numbers can be read");
        boolean columnsFirst =
                find(name, text, ORDER, 1, "the order of its axes").equals("True");
        int[] shape = shape(name, find(name, text, SHAPE, 1, "its shape"));
        if (type.length() != 3 || "<>|=".indexOf(type.charAt(0)) < 0) {
            throw unknownType(name, type);
        }
        ElementType element = ElementType.ofCode(type.substring(1)).orElseThrow(() -> unknownType(name, type));
        ByteOrder order = type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(element, new NpyFormat(order, columnsFirst, version), shape);
    }

    private static DataException unknownType(String name, String type) {
        String what = type.endsWith("O")
                ? "holds Python objects (pickled), which are never read; save numbers"
                : "has elements of type '" + brief(type) + "'; convert them with astype('float32') or astype('int64')";
        return new DataException(name + ": the array " + what);
    }

    private static String find(String name, String text, Pattern pattern, int group, String what) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new DataException(name + ": the head of the array does not tell " + what + ": " + brief(text));
        }
        return matcher.group(group);
    }

    private static String brief(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?").strip();
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }

    private static int[] shape(String name, String text) {
        int[] shape;
        try {
            shape = Arrays.stream(text.split(","))
                    .map(axis -> axis.strip().replaceFirst("L$", ""))
                    .filter(axis -> !axis.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new DataException(name + ": no array has the shape (" + brief(text) + ") that its head tells", e);
        }
        if (shape.length > MAX_AXES) {
            throw new DataException(name + ": the array has " + shape.length + " axes; at most " + MAX_AXES);
        }
        return shape;
    }

    /** Bytes of all elements. */
    int dataSize(String name) {
        try {
            int size = type.size();
            for (int axis : shape) {
                size = Math.multiplyExact(size, axis);
            }
            return Math.addExact(size, 8) - 8; // no Java array is larger
        } catch (ArithmeticException e) {
            throw new DataException(
                    name + ": an array of shape " + Arrays.toString(shape) + " is larger than 2 GiB; split it", e);
        }
    }

    /** The header as text, without padding. */
    String render() {
        String order = type.size() == 1 ? "|" : format.order() == ByteOrder.BIG_ENDIAN ? ">" : "<";
        String axes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "{'descr': '" + order + type.code() + "', 'fortran_order': " + (format.columnsFirst() ? "True" : "False")
                + ", 'shape': (" + axes + (shape.length == 1 ? ",)" : ")") + ", }";
    }
}
