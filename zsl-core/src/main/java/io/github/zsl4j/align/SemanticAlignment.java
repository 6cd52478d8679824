package io.github.zsl4j.align;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.ZeroShotClassifier;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What zero-shot training gives: features of pictures and semantics of classes (attributes, or embeddings of their texts)
 * are both carried into one space and compared there, for classes that were seen in training and for any others. The
 * score of a class with semantics s for a picture with features x is
 *
 * <pre>F(x, s) = max_k sim(f(x), g_k(s))</pre>
 *
 * the compatibility function of the literature; most methods have one map g. Immutable and thread-safe.
 *
 * @param features f, from the features' space
 * @param semantics the maps g_k, at least one, all from the semantics' space to the space that f leads to
 * @param similarity sim, in that space
 */
public record SemanticAlignment(Alignment features, List<Alignment> semantics, Similarity similarity)
        implements ZeroShotScorer {

    /** So sharp that the log-sum-exp over a class's prototypes is their maximum, to within 1e-6 ln k. */
    private static final Calibration MAXIMUM = Calibration.softmax(1e6);

    /** @throws IllegalArgumentException if there is no map of semantics, or the maps' spaces do not fit */
    public SemanticAlignment {
        Objects.requireNonNull(similarity, "similarity");
        semantics = List.copyOf(semantics);
        if (semantics.isEmpty()) {
            throw new IllegalArgumentException("At least one map of semantics is needed");
        }
        for (Alignment map : semantics) {
            map.target().requireSame(features.target());
            map.source().requireSame(semantics.get(0).source());
        }
    }

    /** An alignment with one map of semantics. */
    public static SemanticAlignment of(Alignment features, Alignment semantics, Similarity similarity) {
        return new SemanticAlignment(features, List.of(semantics), similarity);
    }

    @Override
    public EmbeddingSpace featureSpace() {
        return features.source();
    }

    @Override
    public EmbeddingSpace semanticSpace() {
        return semantics.get(0).source();
    }

    /** Maps the classes; their scores are F, and the choice of classes changes none. */
    @Override
    public Candidates among(EmbeddingMatrix classes) {
        List<Similarity.Comparison> mapped =
                semantics.stream().map(map -> similarity.to(map.apply(classes))).toList();
        return pictures -> scores(features.apply(pictures), mapped);
    }

    private static double[][] scores(EmbeddingMatrix pictures, List<Similarity.Comparison> classes) {
        double[][] scores = classes.get(0).of(pictures);
        for (Similarity.Comparison others : classes.subList(1, classes.size())) {
            scores = maximum(scores, others.of(pictures));
        }
        return scores;
    }

    private static double[][] maximum(double[][] a, double[][] b) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                a[i][j] = Math.max(a[i][j], b[i][j]);
            }
        }
        return a;
    }

    /**
     * What classes become in the common space: one prototype for each map of semantics.
     *
     * @param labels of the c classes
     * @param classes [c, a], semantics
     */
    public Prototypes prototypes(List<String> labels, EmbeddingMatrix classes) {
        EmbeddingMatrix vectors = semantics.get(0).apply(classes);
        for (Alignment map : semantics.subList(1, semantics.size())) {
            vectors = vectors.concat(map.apply(classes));
        }
        List<List<Component>> components = new ArrayList<>(classes.rows());
        for (int c = 0; c < classes.rows(); c++) {
            int first = c;
            components.add(IntStream.range(0, semantics.size())
                    .mapToObj(k -> new Component(first + k * classes.rows(), 0))
                    .toList());
        }
        return Prototypes.of(labels, vectors, components);
    }

    /**
     * Ranks classes for mapped pictures; {@link #features} maps them.
     *
     * @param labels of the c classes
     * @param classes [c, a], semantics
     * @param calibration of the scores
     */
    public PrototypeRanker ranker(List<String> labels, EmbeddingMatrix classes, Calibration calibration) {
        return ranker(prototypes(labels, classes), calibration);
    }

    /** As {@link #ranker(List, EmbeddingMatrix, Calibration)}, for prototypes that were made by {@link #prototypes}. */
    public PrototypeRanker ranker(Prototypes prototypes, Calibration calibration) {
        return new PrototypeRanker(prototypes, similarity, MAXIMUM).withCalibration(calibration);
    }

    /**
     * Classifies whatever the encoder encodes.
     *
     * @param encoder of the features that were trained with; stays the caller's to close
     * @param ranker from {@link #ranker}
     */
    public <I> ZeroShotClassifier<I> classifier(Encoder<I> encoder, PrototypeRanker ranker) {
        return ZeroShotClassifier.of(new AlignedEncoder<>(encoder, features), ranker);
    }
}
