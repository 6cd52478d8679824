package io.github.zsl4j.align.closedform;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.embedding.Similarity;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weights or scores of each method against NumPy, SciPy and scikit-learn: on many pictures, on fewer pictures than features
 * and fewer classes than attributes, and on features that are nearly collinear (condition 1e8).
 */
class ClosedFormGoldenTest {

    private static double[][] weights(Alignment map) {
        return ReferenceWorld.weights((LinearAlignment) map);
    }

    private static double[][] scores(ReferenceWorld world, AlignmentTrainer trainer) {
        return trainer.fit(world.examples()).scores(world.pictures(), world.classes());
    }

    /** Less the mean of each picture, as only differences matter. */
    private static double[][] centred(double[][] scores) {
        return Arrays.stream(scores)
                .map(row -> {
                    double mean = Arrays.stream(row).average().orElseThrow();
                    return Arrays.stream(row).map(s -> s - mean).toArray();
                })
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void ridge(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        world.assertReference(
                "ridge", weights(new Ridge(world.lambda()).fit(world.examples()).features()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void eszsl(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        world.assertReference(
                "eszsl",
                weights(new Eszsl(world.lambda(), 0.2).fit(world.examples()).features()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void reverseRidge(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        SemanticAlignment ofClasses = new ReverseRidge(0.3).fit(world.examples());
        world.assertReference("reverse", weights(ofClasses.semantics().get(0)));
        SemanticAlignment ofPictures = new ReverseRidge(0.3, ReverseRidge.Weights.PICTURES).fit(world.examples());
        world.assertReference("reverse_pictures", weights(ofPictures.semantics().get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void kernelRidge(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        Kernel gaussian = new Kernel(Kernel.Kind.GAUSSIAN, 3);
        world.assertReference("kernel_gaussian", scores(world, new KernelRidge(gaussian, 0.05)));
        Kernel cosine = new Kernel(Kernel.Kind.COSINE, 0.5);
        world.assertReference("kernel_cosine", scores(world, new KernelRidge(cosine, 0.05)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void kernelEszsl(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        KernelEszsl.Side features = new KernelEszsl.Side(new Kernel(Kernel.Kind.COSINE, 0.4), 0.3);
        KernelEszsl.Side semantics = new KernelEszsl.Side(new Kernel(Kernel.Kind.COSINE, 0.5), 0.1);
        world.assertReference("kernel_eszsl", scores(world, new KernelEszsl(features, semantics)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void sae(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        Sae toFeatures = new Sae(0.7, Sae.Decoder.SEMANTICS_TO_FEATURES);
        world.assertReference(
                "sae", weights(toFeatures.fit(world.examples()).semantics().get(0)));
        world.assertReference("sae_features", scores(world, toFeatures));
        world.assertReference("sae_semantics", scores(world, new Sae(0.7, Sae.Decoder.FEATURES_TO_SEMANTICS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void cca(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        world.assertReference("cca", scores(world, new Cca(0.1, 0, 0)));
        world.assertReference("cca_power", scores(world, new Cca(0.1, 3, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void conse(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        Alignment features = new ConSE(0.1, 3).fit(world.examples()).features();
        world.assertReference("conse", ReferenceWorld.rows(features.apply(world.pictures())));
        world.assertReference("conse_scores", scores(world, new ConSE(0.1, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void attributePrediction(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        world.assertReference("dap", centred(scores(world, new Dap(0.1))));
        world.assertReference("iap", scores(world, new Iap(0.1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "collinear"})
    void sync(String name) {
        ReferenceWorld world = ReferenceWorld.read(name);
        world.assertReference("sync", scores(world, new Sync(4, 1)));
        world.assertReference("sync_cosine", scores(world, new Sync(4, 1, Similarity.COSINE)));
    }
}
