package io.github.zsl4j.classify;

import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.List;

/** The prototypes of one class: (1 / scale) ln sum_k exp(scale (s_k + o_k)), see {@link PrototypeRanker}. */
final class Pool {

    private final int[] rows;

    /** ln(w_k) / scale: unlike ln(w_k) beside scale s_k, it stays in the range of the scores at any huge scale. */
    private final double[] offsets;

    private final double scale;

    private Pool(int[] rows, double[] offsets, double scale) {
        this.rows = rows;
        this.offsets = offsets;
        this.scale = scale;
    }

    /** Weights count against each other only, so that more or heavier prototypes do not favour a class. */
    static Pool of(List<Component> components, double scale) {
        int[] rows = components.stream().mapToInt(Component::row).toArray();
        double[] offsets = components.stream().mapToDouble(Component::logWeight).toArray();
        double total = LogSumExp.of(offsets, 1);
        for (int k = 0; k < offsets.length; k++) {
            offsets[k] = (offsets[k] - total) / scale;
        }
        return new Pool(rows, offsets, scale);
    }

    /** @param similarities of all prototypes of all classes */
    double score(double[] similarities) {
        double top = similarities[rows[0]] + offsets[0];
        if (rows.length == 1) {
            return top;
        }
        for (int k = 1; k < rows.length; k++) {
            top = Math.max(top, similarities[rows[k]] + offsets[k]);
        }
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
            sum += Math.exp(scale * (similarities[rows[k]] + offsets[k] - top));
        }
        return top + Math.log(sum) / scale;
    }
}
