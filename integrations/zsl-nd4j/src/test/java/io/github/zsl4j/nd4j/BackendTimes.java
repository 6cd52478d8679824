package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.linalg.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Times the large operations of this JVM's backend, a line each: a name and a figure. No test; backends.py runs it beside
 * NumPy. Memory is read from Linux's /proc.
 */
final class BackendTimes {

    private static final int N = 20_000;
    private static final int D = 2048;
    private static final int A = 312;

    private static final LinearAlgebra ALGEBRA = LinearAlgebra.backend();

    private BackendTimes() {}

    public static void main(String[] args) throws IOException {
        long before = residentKilobytes();
        Matrix first = random(300, 260);
        double start = seconds(() -> ALGEBRA.gram(first)) - seconds(() -> ALGEBRA.gram(first));
        System.out.printf("start %.3f%n", start);
        System.out.printf("start_MB %d%n", (residentKilobytes() - before) >> 10);
        Matrix x = random(N, D);
        Matrix w = random(D, A);
        print("gram", 2, () -> ALGEBRA.gram(x));
        print("product", 2, () -> ALGEBRA.multiply(x, w));
        Matrix gram = ALGEBRA.gram(x).plusDiagonal(1);
        print("square_product", 2, () -> ALGEBRA.multiply(gram, gram));
        print("solve", 2, () -> ALGEBRA.solve(gram, w));
        print("eigen", 1, () -> ALGEBRA.eigen(gram));
    }

    /** The shortest of some runs, of which the first ones are cold. */
    private static void print(String name, int runs, Runnable operation) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            best = Math.min(best, seconds(operation));
        }
        System.out.printf("%s %.3f%n", name, best);
    }

    private static double seconds(Runnable operation) {
        long start = System.nanoTime();
        operation.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static Matrix random(int rows, int columns) {
        double[] values = new Random(rows).doubles((long) rows * columns, -1, 1).toArray();
        return Matrix.wrap(rows, columns, values);
    }
}
