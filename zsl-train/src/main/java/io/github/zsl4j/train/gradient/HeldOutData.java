package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.evaluate.ConfusionMatrix;
import io.github.zsl4j.evaluate.LabelledScores;
import java.util.Arrays;

/**
 * Pictures that are kept from training.
 *
 * @param features [n, d]
 * @param labels rows of the candidates
 * @param candidates the semantics of the classes that pictures are taken for [c, a]
 */
record HeldOutData(EmbeddingMatrix features, int[] labels, EmbeddingMatrix candidates) {

    /** The pictures at some rows of a set, among all its classes. */
    static HeldOutData of(TrainingSet examples, int[] rows) {
        int[] labels = Arrays.stream(rows).map(examples::label).toArray();
        return new HeldOutData(examples.features().select(rows), labels, examples.semantics());
    }

    /** The mean accuracy of the classes. */
    double accuracy(SemanticAlignment alignment) {
        return ConfusionMatrix.of(LabelledScores.of(alignment.scores(features, candidates), labels))
                .meanPerClassAccuracy();
    }
}
