package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.Kernel;
import io.github.zsl4j.align.KernelAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.align.ScalingAlignment;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TopAlignment;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Alignments of random parts, all kinds among them. */
final class RandomModels {

    private static final EmbeddingSpace FEATURES = new EmbeddingSpace("features", 3, "f#1");
    private static final EmbeddingSpace SEMANTICS = new EmbeddingSpace("semantics \"ü\"", 2, "s");
    private static final EmbeddingSpace COMMON = EmbeddingSpace.of("common", 2);

    private final Random random;

    private RandomModels(long seed) {
        this.random = new Random(seed);
    }

    static TrainedModel of(long seed) {
        RandomModels models = new RandomModels(seed);
        Random random = models.random;
        List<Alignment> semantics = new ArrayList<>();
        for (int k = 0; k <= random.nextInt(3); k++) {
            semantics.add(models.chain(SEMANTICS));
        }
        Similarity similarity = Similarity.values()[random.nextInt(3)];
        SemanticAlignment alignment = new SemanticAlignment(models.chain(FEATURES), semantics, similarity);
        Provenance provenance =
                new Provenance("Random", Map.of("seed", seed, "rate", random.nextDouble()), Optional.empty(), "1.0");
        TrainedModel model = TrainedModel.of(alignment, provenance);
        ClassTable table = new ClassTable(List.of("a", "b", "ç"), models.vectors(SEMANTICS, 3), Set.of("b"));
        return random.nextBoolean()
                ? model
                : model.withClasses(table).withCalibration(new ScoreCalibration(1 + random.nextDouble(), -0.1));
    }

    static EmbeddingMatrix pictures(long seed) {
        return new RandomModels(seed).vectors(FEATURES, 5);
    }

    static EmbeddingMatrix classes(long seed) {
        return new RandomModels(seed).vectors(SEMANTICS, 4);
    }

    private EmbeddingMatrix vectors(EmbeddingSpace space, int rows) {
        return EmbeddingMatrix.wrap(space, floats(rows * space.dimension()));
    }

    private float[] floats(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(8) == 0 ? -0f : (float) random.nextGaussian();
        }
        return values;
    }

    private AlignmentChain chain(EmbeddingSpace from) {
        List<Alignment> parts = new ArrayList<>();
        EmbeddingSpace space = from;
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(part(space));
            space = parts.get(parts.size() - 1).target();
        }
        parts.add(linear(space, COMMON));
        return new AlignmentChain(parts);
    }

    private LinearAlignment linear(EmbeddingSpace from, EmbeddingSpace to) {
        LinearAlignment linear = LinearAlignment.of(from, to, floats(from.dimension() * to.dimension()))
                .withCentre(floats(from.dimension()))
                .withBias(floats(to.dimension()));
        return random.nextBoolean() ? linear : linear.withUnitLength();
    }

    private Alignment part(EmbeddingSpace from) {
        int d = from.dimension();
        return switch (random.nextInt(7)) {
            case 0 -> new IdentityAlignment(from, EmbeddingSpace.of("renamed", d));
            case 1 -> linear(from, EmbeddingSpace.of("hidden", 1 + random.nextInt(4)));
            case 2 -> ScalingAlignment.of(from, EmbeddingSpace.of("scaled", d), floats(d), floats(d));
            case 3 -> FunctionAlignment.of(from, RowFunction.values()[random.nextInt(RowFunction.values().length)]);
            case 4 -> TopAlignment.of(from, 1 + random.nextInt(3));
            case 5 ->
                KernelAlignment.of(
                        vectors(from, 1 + random.nextInt(4)),
                        new Kernel(Kernel.Kind.values()[random.nextInt(2)], 0.1 + random.nextDouble()));
            default -> AlignmentChain.of(part(from));
        };
    }
}
