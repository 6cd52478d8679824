package io.github.zsl4j.generate;

import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.ZeroShotScorer;
import io.github.zsl4j.align.ZeroShotTrainer;
import java.util.Objects;

/**
 * Zero-shot learning by generated features: a generator learns from seen classes; when classes to choose from are named, it
 * samples features of those that were not seen; and a classifier is trained with these and the real features of those that
 * were. A class counts as seen if its semantics are those of a training class to the bit.
 *
 * <p><b>References:</b> Xian, Lorenz, Schiele and Akata, "Feature generating networks for zero-shot learning", CVPR 2018.
 *
 * @param generator what learns to sample
 * @param features how features are scaled before
 * @param semantics how semantics are scaled before
 * @param classifier what is trained with the samples
 */
public record GeneratedFeatures(
        GeneratorTrainer generator, Scaling features, Scaling semantics, FinalClassifier classifier)
        implements ZeroShotTrainer {

    public GeneratedFeatures {
        Objects.requireNonNull(generator, "generator");
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(semantics, "semantics");
        Objects.requireNonNull(classifier, "classifier");
    }

    /**
     * The generator alone, for features and semantics as they are.
     *
     * @param listener told how training goes
     */
    public GenerativeModel generator(TrainingSet examples, GeneratorTrainer.Progress listener) {
        TrainingSet.Scaled scaled = examples.scaled(features, semantics);
        return generator.during(listener).fit(scaled.examples()).after(scaled.features(), scaled.semantics());
    }

    @Override
    public ZeroShotScorer fit(TrainingSet examples) {
        return new GenerativeScorer(generator(examples, (epoch, epochs, losses) -> {}), examples, classifier);
    }
}
