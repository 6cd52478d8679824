package io.github.zsl4j.engine.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The head of a TorchScript network's method {@code forward}.
 *
 * @param parameters in order, without {@code self}
 * @param returns the type of the result, such as {@code Tensor} or {@code Tuple[Tensor, Tensor]}
 */
record ForwardMethod(List<Parameter> parameters, String returns) {

    private static final String TUPLE = "Tuple[";

    /**
     * @param name as in the traced or scripted code
     * @param optional whether it has a default
     */
    record Parameter(String name, boolean optional) {}

    /**
     * Finds the method in the code of its class.
     *
     * @param code of the class and perhaps others, as TorchScript writes it: Python with types
     * @return empty if there is no such class or method, or its head is not understood
     */
    static Optional<ForwardMethod> parse(String code, String className) {
        int start = ("\n" + code).indexOf("\nclass " + className + "(");
        if (start < 0) {
            return Optional.empty();
        }
        int end = code.indexOf("\nclass ", start + 1);
        String body = code.substring(start, end < 0 ? code.length() : end + 1);
        int open = body.indexOf("def forward(");
        if (open < 0) {
            return Optional.empty();
        }
        return head(body.substring(open + "def forward(".length()));
    }

    private static Optional<ForwardMethod> head(String text) {
        List<String> parts = new ArrayList<>();
        int close = split(text, parts);
        int arrow = text.indexOf("->", close);
        int colon = text.indexOf(":\n", close);
        if (close < 0 || arrow < 0 || colon < arrow || parts.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> parameters =
                parts.stream().skip(1).map(ForwardMethod::parameter).toList();
        boolean understood = parameters.stream().allMatch(p -> p.name().matches("[A-Za-z_]\\w*"));
        return understood
                ? Optional.of(new ForwardMethod(
                        parameters, text.substring(arrow + 2, colon).strip()))
                : Optional.empty();
    }

    /** Splits at the commas outside brackets, up to the closing bracket, whose place is returned; -1 without one. */
    private static int split(String text, List<String> parts) {
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = depth == 0 && (c == ')' || c == ',');
            if (end && !text.substring(from, i).isBlank()) {
                parts.add(text.substring(from, i).strip());
            }
            if (end && c == ')') {
                return i;
            }
            from = end ? i + 1 : from;
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
        }
        return -1;
    }

    private static Parameter parameter(String text) {
        int colon = text.indexOf(':');
        return new Parameter(colon < 0 ? text : text.substring(0, colon), text.contains("="));
    }

    /** The outputs by position, "0", "1", …; empty if they cannot be told, as of a dictionary. */
    List<String> outputs() {
        if (returns.equals("Tensor")) {
            return List.of("0");
        }
        if (!returns.startsWith(TUPLE) || !returns.endsWith("]")) {
            return List.of();
        }
        String[] elements =
                returns.substring(TUPLE.length(), returns.length() - 1).split(",\\s*");
        boolean tensors = List.of(elements).stream().allMatch("Tensor"::equals);
        return tensors
                ? IntStream.range(0, elements.length)
                        .mapToObj(Integer::toString)
                        .toList()
                : List.of();
    }
}
