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
import io.github.zsl4j.train.episode.EpisodeShape;
import io.github.zsl4j.train.episode.ZeroShotPrototypicalNetwork;
import io.github.zsl4j.train.projection.ClassNormalization;
import io.github.zsl4j.train.projection.Converter;
import io.github.zsl4j.train.projection.Dem;
import io.github.zsl4j.train.projection.Destination;
import io.github.zsl4j.train.projection.LinearProjection;
import io.github.zsl4j.train.projection.ProjectionLoss;
import java.util.Arrays;
import java.util.List;

/** The methods of this module, by the names that a command line uses. Each has a few candidates, the usual one first. */
public final class GradientMethods implements MethodProvider {

    @Override
    public List<Method> methods(long seed) {
        TrainingOptions quick = TrainingOptions.of(30).withSeed(seed);
        TrainingOptions slow = quick.withOptimiser(Optimiser.adam(1e-4));
        return List.of(
                unit(
                        "linear-mse",
                        new LinearProjection(ProjectionLoss.MEAN_SQUARED_ERROR, Destination.semantics(), quick)),
                unit("linear-cosine", new LinearProjection(ProjectionLoss.COSINE, Destination.semantics(), quick)),
                unit("converter", new Converter(512, ProjectionLoss.COSINE, Destination.semantics(), quick)),
                unit("devise", new Devise(0.1, slow), new Devise(0.1, quick)),
                unit("ale", new Ale(0.1, slow), new Ale(1, quick)),
                unit("sje", new Sje(0.1, slow), new Sje(1, quick)),
                unit("latem", new LatEm(4, 0.1, slow), new LatEm(4, 1, quick)),
                standard("dem", new Dem(512, false, slow)),
                standard("class-normalization", new ClassNormalization(512, 5, false, slow)),
                standard("prototypical", new ZeroShotPrototypicalNetwork(256, new EpisodeShape(20, 0, 5), slow)));
    }

    /** PyTorch's native library: from the class path, or from where DJL is told that it is. */
    @Override
    public boolean canRun() {
        return getClass().getResource("/jnilib/pytorch.properties") != null
                || System.getenv("PYTORCH_LIBRARY_PATH") != null;
    }

    /** On features of length 1 around their mean, as the closed forms have them. */
    private static Method unit(String name, AlignmentTrainer... candidates) {
        return method(name, Scaling.CENTRE_UNIT, Scaling.CENTRE_UNIT, candidates);
    }

    /** On components that are about as large as 1, as networks of several layers like them. */
    private static Method standard(String name, AlignmentTrainer... candidates) {
        return method(name, Scaling.STANDARDISE, Scaling.STANDARDISE, candidates);
    }

    private static Method method(String name, Scaling features, Scaling semantics, AlignmentTrainer... candidates) {
        return new Method(
                name,
                Arrays.stream(candidates)
                        .<AlignmentTrainer>map(trainer -> new ScaledTrainer(trainer, features, semantics, false))
                        .toList());
    }
}
