package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which picture and text each row is of. Rows with equal features are of one picture, which has several texts; texts with
 * equal semantics are one text, which several pictures have.
 *
 * @param pictures of each row, a number
 * @param texts of each row, a number
 */
record Pairs(int[] pictures, int[] texts) {

    static Pairs of(TrainingSet examples) {
        int[] texts = numbers(examples.semantics());
        return new Pairs(
                numbers(examples.features()),
                Arrays.stream(examples.labels()).map(label -> texts[label]).toArray());
    }

    /** Equal rows have equal numbers. */
    private static int[] numbers(EmbeddingMatrix vectors) {
        Map<Row, Integer> known = new HashMap<>();
        int[] numbers = new int[vectors.rows()];
        for (int i = 0; i < numbers.length; i++) {
            Row row = new Row(vectors.row(i).toArray());
            numbers[i] = known.computeIfAbsent(row, key -> known.size());
        }
        return numbers;
    }

    /** Values that are compared one by one. */
    private record Row(float[] values) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** 1 where two of some rows are of one picture or of one text, else 0 [b, b]. */
    Variable same(Graph graph, int[] rows) {
        int b = rows.length;
        float[] same = new float[Math.multiplyExact(b, b)];
        for (int i = 0; i < b; i++) {
            for (int j = 0; j < b; j++) {
                boolean one = pictures[rows[i]] == pictures[rows[j]] || texts[rows[i]] == texts[rows[j]];
                same[i * b + j] = one ? 1 : 0;
            }
        }
        return graph.constant(b, same);
    }
}
