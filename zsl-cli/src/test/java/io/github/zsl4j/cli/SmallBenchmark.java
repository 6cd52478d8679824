package io.github.zsl4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Writes a benchmark of 16 classes with 10 pictures each, whose features are a linear map of their semantics and noise. */
public final class SmallBenchmark {

    static final int CLASSES = 16;
    private static final int SEEN = 11;
    private static final int PICTURES = 10;
    private static final int D = 12;
    private static final int A = 6;

    private SmallBenchmark() {}

    public static Path write(Path folder) throws IOException {
        Random random = new Random(5);
        double[][] map = gaussians(random, D, A);
        double[][] semantics = gaussians(random, CLASSES, A);
        StringBuilder classes = new StringBuilder(head("class", "a", A) + "\n");
        StringBuilder pictures = new StringBuilder(head("class", "x", D) + ",split\n");
        for (int c = 0; c < CLASSES; c++) {
            classes.append("c").append(c).append(row(semantics[c])).append('\n');
            for (int i = 0; i < PICTURES; i++) {
                double[] x = new double[D];
                for (int j = 0; j < D; j++) {
                    x[j] = 0.5 * random.nextGaussian();
                    for (int k = 0; k < A; k++) {
                        x[j] += map[j][k] * semantics[c][k];
                    }
                }
                pictures.append("c")
                        .append(c)
                        .append(row(x))
                        .append(',')
                        .append(split(c, i))
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("semantics.csv"), classes);
        Files.writeString(folder.resolve("features.csv"), pictures);
        return folder;
    }

    private static String split(int c, int i) {
        return c >= SEEN ? "testUnseen" : i < 7 ? "trainval" : "testSeen";
    }

    private static double[][] gaussians(Random random, int rows, int columns) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return values;
    }

    private static String head(String first, String name, int count) {
        StringBuilder head = new StringBuilder(first);
        for (int j = 0; j < count; j++) {
            head.append(',').append(name).append(j);
        }
        return head.toString();
    }

    private static String row(double[] values) {
        StringBuilder row = new StringBuilder();
        for (double value : values) {
            row.append(String.format(Locale.ROOT, ",%.5f", value));
        }
        return row.toString();
    }
}
