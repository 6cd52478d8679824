package io.github.zsl4j.joint;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.model.LabelMode;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What turns the cosine of a joint model into probabilities.
 *
 * @param scale the logit scale, 1 / temperature, as it multiplies the cosine (not its logarithm); above 0
 * @param bias what SigLIP adds to each logit; empty for models that were trained with a softmax over all texts
 */
public record LogitParameters(double scale, OptionalDouble bias) {

    /** @throws IllegalArgumentException if the scale is not above 0, or a number is not finite */
    public LogitParameters {
        Objects.requireNonNull(bias, "bias");
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("The logit scale must be above 0 and finite, not " + scale);
        }
        if (bias.isPresent() && !Double.isFinite(bias.getAsDouble())) {
            throw new IllegalArgumentException("The logit bias must be finite, not " + bias.getAsDouble());
        }
    }

    /** Of a model trained with a softmax: CLIP. */
    public static LogitParameters softmax(double scale) {
        return new LogitParameters(scale, OptionalDouble.empty());
    }

    /** Of a model trained with a sigmoid for each pair: SigLIP. */
    public static LogitParameters sigmoid(double scale, double bias) {
        return new LogitParameters(scale, OptionalDouble.of(bias));
    }

    /** How the model was trained to be read: labels exclude each other with a softmax, and are independent with a sigmoid. */
    public LabelMode natural() {
        return bias.isPresent() ? LabelMode.INDEPENDENT : LabelMode.SINGLE;
    }

    /**
     * How scores become probabilities.
     *
     * @throws IllegalArgumentException if independent labels are asked of a model that was trained with a softmax: its
     *     cosines say which text fits best, not whether it fits
     */
    public Calibration calibration(LabelMode mode) {
        if (mode == LabelMode.SINGLE) {
            return Calibration.softmax(scale);
        }
        return Calibration.sigmoid(
                scale,
                bias.orElseThrow(() -> new IllegalArgumentException(
                        "This model was trained with a softmax and has no bias, so it cannot judge labels one by one; use "
                                + "a SigLIP model, or fit a calibration on labelled pictures")));
    }
}
