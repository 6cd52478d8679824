package io.github.zsl4j.generate;

import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains a classifier for whatever classes there are to choose from. */
final class GenerativeScorer implements ZeroShotScorer {

    private final GenerativeModel model;
    private final FinalClassifier classifier;
    private final EmbeddingMatrix examples;
    private final Map<FloatBuffer, int[]> seen = new HashMap<>();

    GenerativeScorer(GenerativeModel model, TrainingSet training, FinalClassifier classifier) {
        this.model = model;
        this.classifier = classifier;
        this.examples = model.features().apply(training.features());
        for (int c = 0; c < training.classes(); c++) {
            int number = c;
            int[] rows = IntStream.range(0, training.size())
                    .filter(i -> training.label(i) == number)
                    .toArray();
            seen.merge(key(training.semantics(), c), rows, GenerativeScorer::joined);
        }
    }

    /** Classes of equal semantics cannot be told apart. */
    private static int[] joined(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
    }

    private static FloatBuffer key(EmbeddingMatrix semantics, int row) {
        return FloatBuffer.wrap(semantics.row(row).toArray());
    }

    @Override
    public EmbeddingSpace featureSpace() {
        return model.featureSpace();
    }

    @Override
    public EmbeddingSpace semanticSpace() {
        return model.semanticSpace();
    }

    /** Generates and trains, which takes a while. */
    @Override
    public Candidates among(EmbeddingMatrix classes) {
        semanticSpace().requireSame(classes.space());
        int c = classes.rows();
        if (c < 2) {
            return pictures -> zeros(model.features().apply(pictures).rows(), c);
        }
        List<EmbeddingMatrix> parts = new ArrayList<>();
        IntStream.Builder labels = IntStream.builder();
        for (int k = 0; k < c; k++) {
            EmbeddingMatrix part = examplesOf(classes, k);
            parts.add(part);
            for (int i = 0; i < part.rows(); i++) {
                labels.add(k);
            }
        }
        LinearAlignment logits = classifier.fit(stacked(parts), labels.build().toArray(), c);
        return pictures -> rows(logits.apply(model.features().apply(pictures)));
    }

    private EmbeddingMatrix examplesOf(EmbeddingMatrix classes, int row) {
        int[] real = seen.get(key(classes, row));
        return real == null
                ? model.generator().sample(classes.select(row), classifier.samples(), classifier.seed())
                : examples.select(real);
    }

    private static EmbeddingMatrix stacked(List<EmbeddingMatrix> parts) {
        EmbeddingSpace space = parts.get(0).space();
        int rows = parts.stream().mapToInt(EmbeddingMatrix::rows).sum();
        float[] values = new float[Math.multiplyExact(rows, space.dimension())];
        int at = 0;
        for (EmbeddingMatrix part : parts) {
            float[] block = part.toArray();
            System.arraycopy(block, 0, values, at, block.length);
            at += block.length;
        }
        return EmbeddingMatrix.wrap(space, values);
    }

    private static double[][] zeros(int rows, int columns) {
        return new double[rows][columns];
    }

    private static double[][] rows(EmbeddingMatrix scores) {
        float[] values = scores.toArray();
        int c = scores.dimension();
        double[][] rows = new double[scores.rows()][c];
        for (int i = 0; i < values.length; i++) {
            rows[i / c][i % c] = values[i];
        }
        return rows;
    }
}
