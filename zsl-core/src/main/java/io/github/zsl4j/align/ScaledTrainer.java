package io.github.zsl4j.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A method on scaled features and semantics; the alignment takes vectors as they were before scaling.
 *
 * @param trainer the method
 * @param features how features are scaled, with means of the training pictures
 * @param semantics how semantics are scaled, with means of the seen classes
 * @param unitCandidates whether, after training, the scaled semantics of the classes to choose from get length 1, so that
 *     classes with long vectors are not preferred
 */
public record ScaledTrainer(AlignmentTrainer trainer, Scaling features, Scaling semantics, boolean unitCandidates)
        implements AlignmentTrainer {

    public ScaledTrainer {
        Objects.requireNonNull(trainer, "trainer");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(semantics, "semantics");
    }

    @Override
    public SemanticAlignment fit(TrainingSet examples) {
        TrainingSet.Scaled scaled = examples.scaled(features, semantics);
        SemanticAlignment fitted = trainer.fit(scaled.examples());
        List<Alignment> maps = new ArrayList<>();
        for (Alignment map : fitted.semantics()) {
            maps.add(join(candidates(scaled.semantics(), map), map));
        }
        return new SemanticAlignment(join(scaled.features(), fitted.features()), maps, fitted.similarity());
    }

    private Alignment candidates(Alignment scaling, Alignment map) {
        return unitCandidates
                ? join(scaling, FunctionAlignment.of(scaling.target(), map.source(), RowFunction.UNIT))
                : scaling;
    }

    private static Alignment join(Alignment first, Alignment second) {
        List<Alignment> parts = new ArrayList<>();
        for (Alignment part : List.of(first, second)) {
            if (part instanceof AlignmentChain chain) {
                parts.addAll(chain.parts());
            } else if (!(part instanceof IdentityAlignment same && same.source().equals(same.target()))) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? first : new AlignmentChain(parts);
    }
}
