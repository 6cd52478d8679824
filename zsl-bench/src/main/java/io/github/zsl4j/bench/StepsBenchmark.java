package io.github.zsl4j.bench;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageLimits;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The steps around the network, one by one. Run by JMH's main class with this name as argument. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepsBenchmark {

    private static final int DIMENSION = 1280;
    private static final int LABELS = 1000;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());
    private final Preprocessing preprocessing = Preprocessing.efficientNetLite2();
    private byte[] file;
    private RgbImage picture;
    private PrototypeRanker ranker;
    private Embedding embedding;

    /** @throws IOException if the photograph is not in the working directory's docs folder */
    @Setup
    public void prepare() throws IOException {
        file = Files.readAllBytes(Path.of("docs", "pictures", "coffee.jpg"));
        picture = decode();
        EmbeddingSpace space = EmbeddingSpace.of("bench", DIMENSION);
        Random random = new Random(1);
        float[] values = new float[LABELS * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        List<String> labels =
                IntStream.range(0, LABELS).mapToObj(Integer::toString).toList();
        EmbeddingMatrix vectors = EmbeddingMatrix.wrap(space, values);
        ranker = new PrototypeRanker(Prototypes.of(labels, vectors), Similarity.COSINE, Calibration.softmax(32));
        embedding = vectors.row(7);
    }

    /** From JPEG bytes to pixels, 600 x 400. */
    @Benchmark
    public RgbImage decode() {
        return decoder.decode(ImageSource.of(file, "coffee.jpg"));
    }

    /** From pixels to the network's input. */
    @Benchmark
    public float[] preprocess() {
        return preprocessing.apply(picture);
    }

    /** From an embedding to a ranking of 1,000 labels. */
    @Benchmark
    public Ranking rank() {
        return ranker.rank(embedding);
    }
}
