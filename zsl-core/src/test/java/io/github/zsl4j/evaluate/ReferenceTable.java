package io.github.zsl4j.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reference numbers as comma-separated text; the script that made them lies beside each file. */
public final class ReferenceTable {

    private ReferenceTable() {}

    private static List<String[]> lines(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a label and scores. */
    public static LabelledScores scores(Class<?> neighbour, String name) {
        List<String[]> lines = lines(neighbour, name);
        double[][] scores = lines.stream()
                .map(line -> Arrays.stream(line)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        int[] labels =
                lines.stream().mapToInt(line -> Integer.parseInt(line[0])).toArray();
        return LabelledScores.of(scores, labels);
    }

    /** Lines of a name and a value. */
    public static Map<String, Double> values(Class<?> neighbour, String name) {
        Map<String, Double> values = new HashMap<>();
        lines(neighbour, name).forEach(line -> values.put(line[0], Double.valueOf(line[1])));
        return values;
    }

    /** The scores of one row. */
    public static double[] row(LabelledScores scores, int row) {
        double[] values = new double[scores.classes()];
        Arrays.setAll(values, j -> scores.score(row, j));
        return values;
    }
}
