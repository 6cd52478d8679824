package io.github.zsl4j.classify;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.prototype.ClassDescription;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** See {@link Ranker#of}. */
record FunctionRanker(
        List<String> labels,
        EmbeddingSpace space,
        Function<EmbeddingMatrix, double[][]> function,
        Calibration calibration)
        implements Ranker {

    FunctionRanker {
        labels = List.copyOf(labels);
        ClassDescription.requireDistinct(
                labels.stream().map(ClassDescription::of).toList());
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(function, "scores");
        Objects.requireNonNull(calibration, "calibration");
    }

    @Override
    public double[][] scores(EmbeddingMatrix embeddings) {
        space.requireSame(embeddings.space());
        return function.apply(embeddings);
    }

    @Override
    public Ranker withCalibration(Calibration other) {
        return new FunctionRanker(labels, space, function, other);
    }
}
