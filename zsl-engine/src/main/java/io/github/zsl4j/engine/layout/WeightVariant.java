package io.github.zsl4j.engine.layout;

import java.util.Objects;

/**
 * Which of the exported files of a network is meant: Hugging Face repositories hold the same network in several
 * precisions, told apart by a suffix of the file's name.
 *
 * @param suffix between underscore and extension, such as {@code fp16} in {@code model_fp16.onnx}; empty for the full
 *     precision of {@code model.onnx}
 */
public record WeightVariant(String suffix) {

    /** Full precision: {@code model.onnx}. */
    public static final WeightVariant FULL = new WeightVariant("");

    /** 16-bit floats: {@code model_fp16.onnx}. */
    public static final WeightVariant FP16 = new WeightVariant("fp16");

    /** 8-bit integers: {@code model_quantized.onnx}. */
    public static final WeightVariant QUANTISED = new WeightVariant("quantized");

    /** @throws IllegalArgumentException if the suffix is not made of letters, digits, dashes and inner underscores */
    public WeightVariant {
        Objects.requireNonNull(suffix, "suffix");
        if (!suffix.matches("([A-Za-z0-9][A-Za-z0-9_-]*)?")) {
            throw new IllegalArgumentException(
                    "A variant is a suffix such as fp16, quantized or q4, not '" + suffix + "'");
        }
    }

    /** The name of a network's file without its extension. */
    String of(String stem) {
        return suffix.isEmpty() ? stem : stem + "_" + suffix;
    }
}
