package io.github.zsl4j.data.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.Alignment;
import io.github.zsl4j.align.AlignmentChain;
import io.github.zsl4j.align.FunctionAlignment;
import io.github.zsl4j.align.IdentityAlignment;
import io.github.zsl4j.align.LinearAlignment;
import io.github.zsl4j.align.RowFunction;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.generate.FeatureGenerator;
import io.github.zsl4j.generate.GaussianGenerator;
import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.generate.MappedGenerator;
import io.github.zsl4j.generate.NetworkGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorFileTest {

    private static final EmbeddingSpace S = EmbeddingSpace.of("semantics", 3);
    private static final EmbeddingSpace X = EmbeddingSpace.of("features", 4);
    private static final EmbeddingMatrix CLASSES = EmbeddingMatrix.wrap(S, floats(6, 1));

    @TempDir
    Path folder;

    private static float[] floats(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Alignment linear(EmbeddingSpace source, EmbeddingSpace target, long seed) {
        return LinearAlignment.of(source, target, floats(source.dimension() * target.dimension(), seed))
                .withBias(floats(target.dimension(), seed + 1));
    }

    private static TrainedGenerator kept(Alignment features, FeatureGenerator generator) {
        Provenance provenance =
                new Provenance("Method", Map.of("hidden", 5, "seed", 3L), Optional.empty(), "0.1.0-SNAPSHOT");
        return new TrainedGenerator(new GenerativeModel(features, generator), provenance);
    }

    private static TrainedGenerator network() {
        EmbeddingSpace hidden = EmbeddingSpace.of("hidden", 6);
        Alignment network = AlignmentChain.of(
                linear(EmbeddingSpace.of("joint", 5), hidden, 2),
                FunctionAlignment.of(hidden, hidden, RowFunction.RELU),
                linear(hidden, X, 4));
        return kept(new IdentityAlignment(X), new NetworkGenerator(new IdentityAlignment(S), network));
    }

    private static TrainedGenerator gaussian() {
        EmbeddingSpace codes = EmbeddingSpace.of("codes", 2);
        return kept(
                linear(X, codes, 6),
                new GaussianGenerator(linear(S, codes, 8), linear(S, EmbeddingSpace.of("variances", 2), 9)));
    }

    private TrainedGenerator readAgain(TrainedGenerator written) {
        Path file = folder.resolve("generator.npz");
        GeneratorFile.write(file, written);
        return GeneratorFile.read(file);
    }

    @Test
    void networksComeBackBitForBit() {
        TrainedGenerator read = readAgain(network());
        assertThat(read.model().generator().sample(CLASSES, 5, 1))
                .isEqualTo(network().model().generator().sample(CLASSES, 5, 1));
        assertThat(read.provenance()).isEqualTo(network().provenance());
    }

    @Test
    void distributionsComeBackBitForBit() {
        TrainedGenerator read = readAgain(gaussian());
        assertThat(read.model().generator().sample(CLASSES, 5, 1))
                .isEqualTo(gaussian().model().generator().sample(CLASSES, 5, 1));
        EmbeddingMatrix pictures = EmbeddingMatrix.wrap(X, floats(8, 3));
        assertThat(read.model().features().apply(pictures))
                .isEqualTo(gaussian().model().features().apply(pictures));
    }

    @Test
    void mappedGeneratorsComeBackBitForBit() {
        FeatureGenerator codes = gaussian().model().generator();
        FeatureGenerator decoded = new MappedGenerator(codes, linear(codes.featureSpace(), X, 12));
        TrainedGenerator read = readAgain(kept(new IdentityAlignment(X), decoded));
        assertThat(read.model().generator().sample(CLASSES, 5, 1)).isEqualTo(decoded.sample(CLASSES, 5, 1));
    }

    @Test
    void refusesADamagedFile() throws IOException {
        Path file = folder.resolve("generator.npz");
        GeneratorFile.write(file, network());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 40));
        assertThatThrownBy(() -> GeneratorFile.read(file))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining("generator file");
    }

    @Test
    void refusesAnAlignmentFile() throws IOException {
        Path file = folder.resolve("generator.npz");
        GeneratorFile.write(file, network());
        assertThatThrownBy(() -> AlignmentFile.read(file))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("alignment.json");
    }

    @Test
    void refusesGeneratorsOfTheCallersOwn() {
        FeatureGenerator own = new FeatureGenerator() {
            @Override
            public EmbeddingSpace semanticSpace() {
                return S;
            }

            @Override
            public EmbeddingSpace featureSpace() {
                return X;
            }

            @Override
            public EmbeddingMatrix sample(EmbeddingMatrix classes, int perClass, long seed) {
                return EmbeddingMatrix.wrap(X, new float[0]);
            }

            @Override
            public FeatureGenerator after(Alignment map) {
                return this;
            }
        };
        TrainedGenerator kept = kept(new IdentityAlignment(X), own);
        assertThatThrownBy(() -> GeneratorFile.write(folder.resolve("own.npz"), kept))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be saved");
    }
}
