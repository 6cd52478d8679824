package io.github.zsl4j.protocol;

import io.github.zsl4j.dataset.Splits;
import io.github.zsl4j.dataset.ZeroShotData;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Pictures x = A s + noise of 20 classes with 12 pictures each: 14 seen, of whose pictures the last 3 are for testing. */
final class SmallWorld {

    static final int CLASSES = 20;
    static final int SEEN = 14;
    static final int PICTURES = 12;
    private static final int D = 16;
    private static final int A = 8;

    private final Random random;
    final float[] semantics = new float[CLASSES * A];
    final float[] features = new float[CLASSES * PICTURES * D];
    final int[] labels = new int[CLASSES * PICTURES];

    SmallWorld(long seed) {
        this(seed, 0.3);
    }

    SmallWorld(long seed, double noise) {
        random = new Random(seed);
        float[] map = gaussians(new float[D * A]);
        gaussians(semantics);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i / PICTURES;
            for (int x = 0; x < D; x++) {
                double sum = noise * random.nextGaussian();
                for (int j = 0; j < A; j++) {
                    sum += map[x * A + j] * semantics[labels[i] * A + j];
                }
                features[i * D + x] = (float) sum;
            }
        }
    }

    private float[] gaussians(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    ZeroShotData data() {
        return data(List.of("c3", "c7", "c9"));
    }

    ZeroShotData data(List<String> validation) {
        List<Integer> trainval = new ArrayList<>();
        List<Integer> testSeen = new ArrayList<>();
        List<Integer> testUnseen = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            List<Integer> target = labels[i] >= SEEN ? testUnseen : i % PICTURES < PICTURES - 3 ? trainval : testSeen;
            target.add(i);
        }
        return ZeroShotData.of(examples(), new Splits(trainval, testSeen, testUnseen, validation));
    }

    ZeroShotData.Examples examples() {
        List<String> names = IntStream.range(0, CLASSES).mapToObj(c -> "c" + c).toList();
        return new ZeroShotData.Examples(
                EmbeddingMatrix.of(EmbeddingSpace.of("features", D), features),
                labels,
                EmbeddingMatrix.of(EmbeddingSpace.of("semantics", A), semantics),
                names);
    }
}
