package io.github.zsl4j.bench;

import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.align.AlignmentTrainer;
import io.github.zsl4j.align.ScaledTrainer;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.align.closedform.Cca;
import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.crossmodal.Head;
import io.github.zsl4j.train.crossmodal.Heads;
import io.github.zsl4j.train.crossmodal.InfoNce;
import io.github.zsl4j.train.crossmodal.JoinedEncoder;
import io.github.zsl4j.train.crossmodal.Matching;
import io.github.zsl4j.train.crossmodal.Triplet;
import io.github.zsl4j.train.projection.ProjectionLoss;
import io.github.zsl4j.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Text-to-picture and picture-to-text retrieval on classes that no projection was trained on, with the classes' names as
 * captions: the embedded default as it is, and projections of its vectors trained on seen classes.
 */
public final class CrossModalRetrieval {

    private static final int SEEDS = 5;

    private CrossModalRetrieval() {}

    /**
     * What is trained with and what is looked for.
     *
     * @param test the pictures that are looked for
     * @param labels the text of each
     * @param texts of the classes that are looked for
     */
    private record Task(TrainingSet training, EmbeddingMatrix test, int[] labels, EmbeddingMatrix texts) {}

    /**
     * @param args the benchmark's folder, whose features are the default's, and perhaps {@code validation}, for the validation
     *     classes in place of the unseen
     */
    public static void main(String... args) {
        ZeroShotData data = DataFolder.read(Path.of(args[0]));
        try (var model = ZeroShot.load()) {
            JointModel parts = model.parts();
            Encoder<String> texts = new JoinedEncoder<>(parts.texts(), alone(parts.semantics()));
            EmbeddingMatrix vectors = texts.encodeAll(data.classes());
            EmbeddingMatrix pictures = pictures(data.features(), parts);
            Task task = task(data, pictures, vectors, List.of(args).contains("validation"));
            System.out.println("method | " + RetrievalFigures.heading());
            print("embedded default as it is", untrained(task, parts.space()));
            methods()
                    .forEach((name, method) -> print(
                            name,
                            LongStream.range(0, SEEDS)
                                    .mapToObj(seed -> trained(task, method.apply(seed)))
                                    .toArray(RetrievalFigures[]::new)));
            print("CCA", trained(task, new Cca(1, 0, 1)));
        }
    }

    private static void print(String name, RetrievalFigures... runs) {
        System.out.println(name + " | " + RetrievalFigures.mean(runs));
    }

    private static Task task(ZeroShotData data, EmbeddingMatrix pictures, EmbeddingMatrix texts, boolean validation) {
        int[] held = validation ? data.validationClasses() : data.unseenClasses();
        List<Integer> tried =
                validation ? data.splits().trainval() : data.splits().testUnseen();
        int[] train = rows(data, data.splits().trainval(), held, false);
        int[] test = rows(data, tried, held, true);
        int[] seen = Arrays.stream(train).map(data::label).distinct().sorted().toArray();
        return new Task(
                TrainingSet.of(pictures.select(train), places(data, train, seen), texts.select(seen)),
                pictures.select(test),
                places(data, test, held),
                texts.select(held));
    }

    private static int[] rows(ZeroShotData data, List<Integer> rows, int[] classes, boolean wanted) {
        return rows.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> (Arrays.binarySearch(classes, data.label(row)) >= 0) == wanted)
                .toArray();
    }

    private static int[] places(ZeroShotData data, int[] rows, int[] classes) {
        return Arrays.stream(rows)
                .map(row -> Arrays.binarySearch(classes, data.label(row)))
                .toArray();
    }

    /** Texts one by one, as a search asks for them, so that none is read in the light of the others. */
    private static Encoder<String> alone(ClassEncoder classes) {
        return new Encoder<>() {
            @Override
            public EmbeddingSpace space() {
                return classes.space();
            }

            @Override
            public EmbeddingMatrix encodeAll(List<? extends String> texts) {
                return EmbeddingMatrix.of(
                        space(),
                        texts.stream()
                                .map(text -> classes.prototypes(List.of(ClassDescription.of(text)))
                                        .vectors()
                                        .row(0))
                                .toList());
            }

            @Override
            public void close() {}
        };
    }

    /** Features less the mean that the default subtracts from them, at length 1. */
    private static EmbeddingMatrix pictures(EmbeddingMatrix features, JointModel parts) {
        RgbImage any = RgbImage.of(8, 8, new byte[8 * 8 * 3]);
        features.space().requireSame(parts.features().space());
        float[] raw = parts.features().encode(any).toArray();
        float[] centred = parts.images().encode(any).toArray();
        float[] values = features.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= raw[i % raw.length] - centred[i % raw.length];
        }
        return EmbeddingMatrix.wrap(parts.space(), values).unit();
    }

    /** Pictures are compared with the leading components of the texts. */
    private static RetrievalFigures untrained(Task task, EmbeddingSpace space) {
        int d = space.dimension();
        float[] texts = new float[task.texts().rows() * d];
        for (int i = 0; i < task.texts().rows(); i++) {
            System.arraycopy(task.texts().row(i).toArray(), 0, texts, i * d, d);
        }
        double[][] scores =
                Similarity.COSINE.to(EmbeddingMatrix.wrap(space, texts)).of(task.test());
        return RetrievalFigures.of(scores, task.labels());
    }

    private static RetrievalFigures trained(Task task, AlignmentTrainer method) {
        AlignmentTrainer scaled = new ScaledTrainer(method, Scaling.CENTRE_UNIT, Scaling.CENTRE, false);
        return RetrievalFigures.of(scaled.fit(task.training()).scores(task.test(), task.texts()), task.labels());
    }

    /** Options were found by hand on eight draws of 20 held out seen classes. */
    private static Map<String, LongFunction<AlignmentTrainer>> methods() {
        Heads residual = Heads.toPictures(Head.linear().residualOfRest());
        Heads twoLayers = Heads.toPictures(Head.twoLayers(256).residualOfRest());
        Map<String, LongFunction<AlignmentTrainer>> methods = new LinkedHashMap<>();
        methods.put(
                "cosine, residual linear head",
                seed -> new Matching(residual, ProjectionLoss.COSINE, options(1e-4, seed)));
        methods.put(
                "cosine, residual head of two layers",
                seed -> new Matching(twoLayers, ProjectionLoss.COSINE, options(1e-4, seed)));
        methods.put(
                "InfoNCE, residual linear head", seed -> new InfoNce(residual, 1.0 / 32, true, options(3e-5, seed)));
        methods.put(
                "triplets, residual linear head",
                seed -> new Triplet(residual, 0.2, Triplet.Negatives.ALL, options(1e-4, seed)));
        methods.put(
                "InfoNCE, free linear heads", seed -> InfoNce.of(Heads.both(Head.linear(), 256), options(1e-3, seed)));
        return methods;
    }

    private static TrainingOptions options(double rate, long seed) {
        return TrainingOptions.of(10)
                .withBatchSize(128)
                .withOptimiser(Optimiser.adam(rate).withWeightDecay(0.01))
                .withSeed(seed);
    }
}
