package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.SemanticTraining;
import io.github.zsl4j.train.gradient.Variable;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.util.Objects;

/**
 * The simplest recipe: a picture and its own text come near to each other, and other pairs are not looked at.
 *
 * <pre>L = mean_i |u_i - v_i|^2 / e   or   mean_i 1 - cos(u_i, v_i)</pre>
 *
 * <p>With free heads on both sides the loss is least when everything is carried to one point, so that is refused: at least
 * one head is the identity or residual. (For free heads into a common space, with negatives, see
 * {@link io.github.zsl4j.train.projection.Destination#common}.)
 *
 * @param heads of both sides, not both free
 * @param loss of a pair; also how pictures and texts are compared after training
 * @param options of the training
 */
public record Matching(Heads heads, ProjectionLoss loss, TrainingOptions options) implements GradientTrainer {

    /** @throws IllegalArgumentException if both heads are free */
    public Matching {
        Objects.requireNonNull(heads, "heads");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(options, "options");
        if (heads.areFree()) {
            throw new IllegalArgumentException("Two free heads would carry all pictures and texts to one point;"
                    + " make one of them the identity or residual, or use InfoNce or Triplet");
        }
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples, TrainingRun run) {
        return SemanticTraining.fit(
                this, examples, run, pictures -> PairModel.of(pictures, heads, new MatchingLoss(loss)));
    }

    record MatchingLoss(ProjectionLoss loss) implements PairLoss {

        @Override
        public Similarity similarity() {
            return loss.similarity();
        }

        @Override
        public Variable of(Graph graph, Variable u, Variable v, Variable same) {
            return loss.matching(u, v);
        }
    }
}
