package io.github.zsl4j.align;

import io.github.zsl4j.embedding.EmbeddingMatrix;

/**
 * A method that learns from pictures of seen classes how features and semantics belong together. Implementations are
 * records of validated options; they are immutable, thread-safe and deterministic: with equal options, a seed among them
 * where chance is involved, equal data gives equal alignments. The order of the classes does not matter.
 */
public interface AlignmentTrainer extends ZeroShotTrainer {

    /**
     * @throws IllegalArgumentException if the options do not fit the data; the message says which
     * @throws ArithmeticException if the equations have no unique solution; more regularisation helps
     */
    @Override
    SemanticAlignment fit(TrainingSet examples);

    /**
     * @param features of n pictures [n, d]
     * @param labels the class of each picture, a row of the semantics
     * @param semantics of the c seen classes [c, a]; each has at least one picture
     */
    default SemanticAlignment fit(EmbeddingMatrix features, int[] labels, EmbeddingMatrix semantics) {
        return fit(TrainingSet.of(features, labels, semantics));
    }
}
