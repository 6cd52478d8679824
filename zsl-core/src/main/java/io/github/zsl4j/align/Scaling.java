package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How vectors are prepared before a method sees them. Means and deviations are those of the training data. */
public enum Scaling {
    /** As they are. */
    NONE(false, false, false, false),
    /** To length 1. */
    UNIT(false, false, false, true),
    /** Less their mean. */
    CENTRE(false, true, false, false),
    /** Less their mean, then to length 1. */
    CENTRE_UNIT(false, true, false, true),
    /** Less their mean, divided by the standard deviation of each component; a component without deviation becomes 0. */
    STANDARDISE(false, true, true, false),
    /** The square root of each component with its sign, then as {@link #CENTRE_UNIT}. */
    ROOT_CENTRE_UNIT(true, true, false, true);

    private final boolean root;
    private final boolean centre;
    private final boolean deviation;
    private final boolean unit;

    Scaling(boolean root, boolean centre, boolean deviation, boolean unit) {
        this.root = root;
        this.centre = centre;
        this.deviation = deviation;
        this.unit = unit;
    }

    /** The map for vectors like these. */
    public Alignment fit(EmbeddingMatrix vectors) {
        List<Alignment> parts = new ArrayList<>();
        EmbeddingMatrix mapped = vectors;
        if (root) {
            mapped = add(FunctionAlignment.of(mapped.space(), RowFunction.SQUARE_ROOT), mapped, parts);
        }
        if (centre) {
            mapped = add(shift(mapped), mapped, parts);
        }
        if (unit) {
            add(FunctionAlignment.of(mapped.space(), RowFunction.UNIT), mapped, parts);
        }
        return parts.isEmpty() ? new IdentityAlignment(vectors.space()) : new AlignmentChain(parts);
    }

    private static EmbeddingMatrix add(Alignment part, EmbeddingMatrix vectors, List<Alignment> parts) {
        parts.add(part);
        return part.apply(vectors);
    }

    private Alignment shift(EmbeddingMatrix vectors) {
        double[] mean = vectors.mean();
        float[] factors = new float[mean.length];
        Arrays.fill(factors, 1);
        if (deviation) {
            double[] deviations = Columns.deviation(vectors, mean);
            for (int j = 0; j < factors.length; j++) {
                factors[j] = deviations[j] > 1e-12 * Math.abs(mean[j]) ? (float) (1 / deviations[j]) : 0;
            }
        }
        float[] centres = Columns.toFloats(mean);
        EmbeddingSpace target = EmbeddingSpace.ofParameters(
                (deviation ? "standardised " : "centred ") + vectors.space().name(), mean.length, centres, factors);
        return ScalingAlignment.of(vectors.space(), target, centres, factors);
    }
}
