package io.github.zsl4j.bench;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.Scaling;
import io.github.zsl4j.data.folder.DataFolder;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.episode.Adaptation;
import io.github.zsl4j.train.episode.EpisodeShape;
import io.github.zsl4j.train.episode.FewShotClassifier;
import io.github.zsl4j.train.episode.FewShotEvaluation;
import io.github.zsl4j.train.episode.FewShotLearner;
import io.github.zsl4j.train.episode.Maml;
import io.github.zsl4j.train.episode.NearestMean;
import io.github.zsl4j.train.episode.PrototypicalNetwork;
import io.github.zsl4j.train.episode.Reptile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Few-shot accuracy on a benchmark's features: learners are trained on seen classes and tried on 600 episodes of classes that
 * they have not seen. With {@code validation} these are the validation classes, which options were chosen by; else the unseen.
 */
public final class FewShotEpisodes {

    private static final int WAYS = 5;
    private static final int QUERIES = 15;

    private FewShotEpisodes() {}

    /**
     * @param features of pictures
     * @param labels from 0 on
     */
    private record Pictures(EmbeddingMatrix features, int[] labels) {

        static Pictures of(ZeroShotData data, EmbeddingMatrix features, int[] rows) {
            int[] labels = Arrays.stream(rows).map(data::label).toArray();
            return new Pictures(features.select(rows), labels);
        }
    }

    /** @param args the benchmark's folder, a seed, and perhaps {@code validation} */
    public static void main(String... args) {
        ZeroShotData data = DataFolder.read(Path.of(args[0]));
        long seed = Long.parseLong(args[1]);
        boolean validation = List.of(args).contains("validation");
        int[] held = validation ? data.validationClasses() : data.unseenClasses();
        List<Integer> tried =
                validation ? data.splits().trainval() : data.splits().testUnseen();
        int[] train = rows(data, data.splits().trainval(), held, false);
        Alignment scaling = Scaling.CENTRE_UNIT.fit(data.features().select(train));
        EmbeddingMatrix features = scaling.apply(data.features());
        Pictures training = Pictures.of(data, features, train);
        Pictures test = Pictures.of(data, features, rows(data, tried, held, true));
        for (int shots : new int[] {1, 5}) {
            var evaluation = new FewShotEvaluation(new EpisodeShape(WAYS, shots, QUERIES), 600, seed);
            learners(training, shots, seed).forEach((name, learner) -> {
                long start = System.nanoTime();
                var accuracy = evaluation.evaluate(learner.get(), test.features(), test.labels());
                System.out.printf("%d-shot %s: %s, %.0f s%n", shots, name, accuracy, (System.nanoTime() - start) / 1e9);
            });
        }
    }

    private static int[] rows(ZeroShotData data, List<Integer> rows, int[] classes, boolean wanted) {
        return rows.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> (Arrays.binarySearch(classes, data.label(row)) >= 0) == wanted)
                .toArray();
    }

    /** What trains each learner. */
    private static Map<String, Supplier<FewShotLearner>> learners(Pictures training, int shots, long seed) {
        Map<String, Supplier<FewShotLearner>> learners = new LinkedHashMap<>();
        EpisodeShape few = new EpisodeShape(WAYS, shots, 10);
        TrainingOptions meta = TrainingOptions.of(30)
                .withBatchSize(4)
                .withOptimiser(Optimiser.adam(1e-4))
                .withSeed(seed);
        learners.put(
                "nearest mean",
                () -> new NearestMean(new IdentityAlignment(training.features().space()), Similarity.COSINE));
        learners.put(
                "first-order MAML",
                () -> new Maml(0, new Adaptation(5, 5), few, meta).fit(training.features(), training.labels()));
        learners.put(
                "Reptile",
                () -> new Reptile(0, new Adaptation(5, 5), few, meta).fit(training.features(), training.labels()));
        Alignment map = prototypical(training, shots, seed);
        EmbeddingMatrix mapped = map.apply(training.features());
        learners.put("prototypical network", () -> new NearestMean(map, Similarity.COSINE));
        Adaptation careful = new Adaptation(5, 0.5);
        learners.put(
                "first-order MAML behind it",
                () -> behind(map, new Maml(0, careful, few, meta).fit(mapped, training.labels())));
        learners.put(
                "Reptile behind it",
                () -> behind(map, new Reptile(0, careful, few, meta).fit(mapped, training.labels())));
        return learners;
    }

    /** From the identity on, as the features tell classes apart already. */
    private static Alignment prototypical(Pictures training, int shots, long seed) {
        TrainingOptions options = TrainingOptions.of(40)
                .withBatchSize(1)
                .withOptimiser(Optimiser.adam(1e-4))
                .withSeed(seed);
        int dimension = training.features().dimension();
        return new PrototypicalNetwork(0, dimension, 3, new EpisodeShape(20, shots, 5), options)
                .fit(training.features(), training.labels());
    }

    private static FewShotLearner behind(Alignment map, FewShotLearner learner) {
        return (support, labels) -> {
            FewShotClassifier classifier = learner.adapt(map.apply(support), labels);
            return pictures -> classifier.scores(map.apply(pictures));
        };
    }
}
