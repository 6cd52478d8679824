package io.github.zsl4j.train.methods;

import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.generate.FinalClassifier;
import io.github.zsl4j.generate.FinalClassifier.Kind;
import io.github.zsl4j.generate.GeneratedFeatures;
import io.github.zsl4j.generate.GeneratorTrainer;
import io.github.zsl4j.protocol.Method;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.Schedule;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.generate.CadaVae;
import io.github.zsl4j.train.generate.ConditionalVae;
import io.github.zsl4j.train.generate.FClsWgan;
import java.util.List;

/** The methods that generate features, on features and semantics of length 1 around their means. */
final class GeneratingMethods {

    private GeneratingMethods() {}

    static Method conditionalVae(TrainingOptions options) {
        return method("cvae", new ConditionalVae(256, 32, 0.15, 2, options.withEpochs(15)), 10, options.seed());
    }

    static Method fClsWgan(TrainingOptions options) {
        FClsWgan.Adversary adversary = new FClsWgan.Adversary(1, 10, 1, 80);
        Optimiser optimiser =
                Optimiser.adam(2e-3).withRule(Optimiser.Rule.ADVERSARIAL_ADAM).withSchedule(Schedule.cosine());
        FClsWgan generator =
                new FClsWgan(512, 32, adversary, 2.5, options.withEpochs(20).withOptimiser(optimiser));
        return method("f-clswgan", generator, 10, options.seed());
    }

    static Method cadaVae(TrainingOptions options) {
        CadaVae.Weights weights = new CadaVae.Weights(1, 2, 8, 0.6);
        return method(
                "cada-vae",
                new CadaVae(256, new CadaVae.Codes(64, true), weights, 2, options.withEpochs(15)),
                10,
                options.seed());
    }

    private static Method method(String name, GeneratorTrainer generator, double shrinkage, long seed) {
        FinalClassifier classifier = new FinalClassifier(Kind.DISCRIMINANT, 30, shrinkage, seed);
        return new Method(
                name, List.of(new GeneratedFeatures(generator, Scaling.CENTRE_UNIT, Scaling.CENTRE_UNIT, classifier)));
    }
}
