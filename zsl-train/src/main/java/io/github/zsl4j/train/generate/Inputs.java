package io.github.zsl4j.train.generate;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Pictures;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Arrays;
import java.util.Random;

/**
 * Training data with components of about 1.
 *
 * @param pictures the data as they are
 * @param featureFactor what features are multiplied with
 * @param semanticFactor what semantics are multiplied with
 * @param semanticNoise the deviation of what is added to each component of the semantics at each step
 */
record Inputs(Pictures pictures, float featureFactor, float semanticFactor, double semanticNoise) {

    static Inputs of(TrainingSet examples, double semanticNoise) {
        return new Inputs(
                new Pictures(examples), factor(examples.features()), factor(examples.semantics()), semanticNoise);
    }

    private static float factor(EmbeddingMatrix vectors) {
        double squares = 0;
        float[] values = vectors.toArray();
        for (float value : values) {
            squares += (double) value * value;
        }
        return (float) Math.sqrt(values.length / squares);
    }

    TrainingSet examples() {
        return pictures.examples();
    }

    EmbeddingSpace featureSpace() {
        return examples().features().space();
    }

    EmbeddingSpace semanticSpace() {
        return examples().semantics().space();
    }

    /** Features of some pictures [b, d]. */
    Variable features(Graph graph, int[] rows) {
        return pictures.features(graph, rows).scaled(featureFactor);
    }

    /** The semantics of the pictures' classes [b, a]. */
    Variable semantics(Graph graph, int[] rows) {
        return pictures.semanticsOf(graph, rows).scaled(semanticFactor);
    }

    /** The semantics of the pictures' classes with noise [b, a]: classes near to those that are seen count as well. */
    Variable noisySemantics(Graph graph, int[] rows, Random random) {
        Variable semantics = semantics(graph, rows);
        return semanticNoise == 0
                ? semantics
                : semantics.plus(
                        graph.normal(rows.length, semantics.columns(), random).scaled(semanticNoise));
    }

    /** From semantics as they are to those that networks take. */
    Alignment semanticScaling() {
        return scaling(semanticSpace(), null, semanticFactor);
    }

    /** From features as they are to those that networks take. */
    Alignment featureScaling() {
        return scaling(featureSpace(), null, featureFactor);
    }

    /** From features that networks give to features as they are. */
    Alignment featureUnscaling(EmbeddingSpace source) {
        return scaling(source, featureSpace(), 1 / featureFactor);
    }

    private static Alignment scaling(EmbeddingSpace source, EmbeddingSpace target, float factor) {
        int d = source.dimension();
        float[] factors = new float[d];
        Arrays.fill(factors, factor);
        EmbeddingSpace end = target != null
                ? target
                : new EmbeddingSpace("scaled " + source.name(), d, "scaled by " + factor + " " + source.identity());
        return ScalingAlignment.of(source, end, new float[d], factors);
    }
}
