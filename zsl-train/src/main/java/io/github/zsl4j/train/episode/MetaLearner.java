package io.github.zsl4j.train.episode;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.Objects;

/**
 * A network from which new classes are learned in a few gradient steps: what {@link Maml} and {@link Reptile} give. Plain
 * Java; it can be stored as its alignment and made anew of it.
 *
 * @param network from features to one output for each class, linear maps with max(0, x) between them
 * @param adaptation how it learns
 */
public record MetaLearner(Alignment network, Adaptation adaptation) implements FewShotLearner {

    /** @throws IllegalArgumentException if the network is made of anything else */
    public MetaLearner {
        Objects.requireNonNull(adaptation, "adaptation");
        HeadNetwork.of(network);
    }

    /** The most classes that it can learn: those of the episodes that it was trained with. */
    public int ways() {
        return network.target().dimension();
    }

    /** @throws IllegalArgumentException also if there are more classes than {@link #ways} */
    @Override
    public FewShotClassifier adapt(EmbeddingMatrix support, int[] labels) {
        network.source().requireSame(support.space());
        int classes = SupportChecks.counts(support, labels).length;
        if (classes > ways()) {
            throw new IllegalArgumentException("The network has been trained for at most " + ways() + " classes, not "
                    + classes + "; train it with episodes of more ways");
        }
        HeadNetwork head = HeadNetwork.of(network);
        head.adapt(adaptation, support.toArray(), labels, classes);
        return pictures -> {
            network.source().requireSame(pictures.space());
            return rows(head.logits(pictures.toArray()), classes);
        };
    }

    private double[][] rows(float[] logits, int classes) {
        double[][] rows = new double[logits.length / ways()][classes];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < classes; j++) {
                rows[i][j] = logits[i * ways() + j];
            }
        }
        return rows;
    }
}
