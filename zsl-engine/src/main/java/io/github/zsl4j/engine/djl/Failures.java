package io.github.zsl4j.engine.djl;

import java.util.Map;
import java.util.stream.Collectors;

/** Makes one line, with a remedy where one is known, of what an engine says when it fails. */
final class Failures {

    private static final int LONGEST = 500;

    private static final String DAMAGED = "the file is damaged or of another kind";

    private static final String UNKNOWN_OPERATOR =
            "the engine does not know one of its operators; export it with standard operators only";
    private static final String NO_WEIGHTS = "the file that holds its weights is missing or damaged; fetch that too";

    /** What ONNX Runtime says, and what that means to a user. */
    private static final Map<String, String> REMEDIES = Map.of(
            "official released onnx opset versions",
                    "it was exported for a newer operator set than this engine knows; export it for an older one",
            "Unsupported model IR version",
                    "its format is newer than this engine; export it with an older onnx package, or use a newer engine",
            "Could not find an implementation",
                    "the engine lacks one of its operators on this device; choose another variant, such as full precision",
            "is not a registered function/op", UNKNOWN_OPERATOR,
            "No Op registered for", UNKNOWN_OPERATOR,
            "External data", NO_WEIGHTS,
            "External initializer", NO_WEIGHTS);

    private Failures() {}

    /** Why a file was not loaded: what to do about it, and in brackets the engine's own words. */
    static String ofLoading(Throwable e) {
        String words = words(e);
        String reason = REMEDIES.entrySet().stream()
                .filter(remedy -> words.contains(remedy.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DAMAGED);
        return reason + " (" + words + ")";
    }

    /** The engine's own words in one line: what PyTorch says last, below its call stacks, or all that is not too long. */
    static String words(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        String line = message.lines()
                .filter(l -> l.startsWith("RuntimeError: "))
                .reduce((first, last) -> last)
                .orElseGet(() -> message.lines().map(String::strip).collect(Collectors.joining(" ")));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
