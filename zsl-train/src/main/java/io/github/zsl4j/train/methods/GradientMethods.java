package io.github.zsl4j.train.methods;

import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.protocol.MethodProvider;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.compatibility.Ale;
import io.github.zsl4j.train.compatibility.Devise;
import io.github.zsl4j.train.compatibility.LatEm;
import io.github.zsl4j.train.compatibility.Sje;
import io.github.zsl4j.train.crossmodal.Head;
import io.github.zsl4j.train.crossmodal.Heads;
import io.github.zsl4j.train.crossmodal.InfoNce;
import io.github.zsl4j.train.crossmodal.Triplet;
import io.github.zsl4j.train.episode.EpisodeShape;
import io.github.zsl4j.train.episode.ZeroShotPrototypicalNetwork;
import io.github.zsl4j.train.projection.ClassNormalization;
import io.github.zsl4j.train.projection.Converter;
import io.github.zsl4j.train.projection.Dem;
import io.github.zsl4j.train.projection.Destination;
import io.github.zsl4j.train.projection.LinearProjection;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.util.List;

/** The methods of this module, by the names that a command line uses. Options were found by hand on
 * validation classes of Caltech-101; a search at every evaluation would take too long. */
public final class GradientMethods implements MethodProvider {

    @Override
    public List<Method> methods(long seed) {
        TrainingOptions slow = TrainingOptions.of(10).withSeed(seed).withOptimiser(Optimiser.adam(3e-4));
        TrainingOptions quick = slow.withOptimiser(Optimiser.adam(1e-3));
        return List.of(
                unit(
                        "linear-mse",
                        new LinearProjection(ProjectionLoss.MEAN_SQUARED_ERROR, Destination.semantics(), slow)),
                unit("linear-cosine", new LinearProjection(ProjectionLoss.COSINE, Destination.semantics(), slow)),
                unit("converter", new Converter(512, ProjectionLoss.COSINE, Destination.semantics(), slow)),
                unit("info-nce", InfoNce.of(Heads.both(Head.linear(), 256), quick.withBatchSize(128))),
                unit("triplet", Triplet.of(Heads.both(Head.linear(), 256), quick.withBatchSize(128))),
                unit("devise", new Devise(1, quick)),
                unit("ale", new Ale(1, quick)),
                unit("sje", new Sje(2, quick)),
                unit("latem", new LatEm(4, 1, quick)),
                standard("dem", new Dem(512, false, slow)),
                unit("class-normalization", new ClassNormalization(512, 5, false, quick)),
                unit(
                        "prototypical",
                        new ZeroShotPrototypicalNetwork(256, new EpisodeShape(20, 0, 5), quick.withBatchSize(1))),
                GeneratingMethods.conditionalVae(quick),
                GeneratingMethods.fClsWgan(quick),
                GeneratingMethods.cadaVae(quick));
    }

    /** PyTorch's native library: from the class path, or from where DJL is told that it is. */
    @Override
    public boolean canRun() {
        return getClass().getResource("/jnilib/pytorch.properties") != null
                || System.getenv("PYTORCH_LIBRARY_PATH") != null;
    }

    /** On features of length 1 around their mean, as the closed forms have them. */
    private static Method unit(String name, AlignmentTrainer trainer) {
        return method(name, Scaling.CENTRE_UNIT, trainer);
    }

    /** On components that are about as large as 1, as networks of several layers like them. */
    private static Method standard(String name, AlignmentTrainer trainer) {
        return method(name, Scaling.STANDARDISE, trainer);
    }

    private static Method method(String name, Scaling scaling, AlignmentTrainer trainer) {
        return new Method(name, List.of(new ScaledTrainer(trainer, scaling, scaling, false)));
    }
}
