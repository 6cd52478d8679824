package io.github.zsl4j.data.trained;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class AlignmentFilePropertyTest {

    private Path file;

    @BeforeProperty
    void createFile() throws IOException {
        file = Files.createTempDirectory("zsl").resolve("model.npz");
    }

    @AfterProperty
    void deleteFile() throws IOException {
        Files.deleteIfExists(file);
        Files.delete(file.getParent());
    }

    private static double[][] scores(TrainedModel model, long seed) {
        return model.alignment().scores(RandomModels.pictures(seed), RandomModels.classes(seed));
    }

    private byte[] write(TrainedModel model) throws IOException {
        AlignmentFile.write(file, model);
        return Files.readAllBytes(file);
    }

    @Property(tries = 200)
    void givesBackEveryBitOfEveryKind(@ForAll long seed) throws IOException {
        TrainedModel model = RandomModels.of(seed);
        byte[] bytes = write(model);
        TrainedModel read = AlignmentFile.read(file);
        assertThat(scores(read, seed)).isEqualTo(scores(model, seed));
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(read.classes()).isEqualTo(model.classes());
        assertThat(read.calibration()).isEqualTo(model.calibration());
        assertThat(write(read)).isEqualTo(bytes);
        assertThat(scores(RandomModels.of(seed + 1), seed)).isNotEqualTo(scores(model, seed));
    }

    /** What a flipped byte may hit without harm is what does not matter, such as the time of an entry. */
    @Property(tries = 800)
    void neverReadsADamagedFileWrongly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int flips)
            throws IOException {
        Random random = new Random(seed);
        TrainedModel model = RandomModels.of(seed % 20);
        byte[] good = write(model);
        byte[] bad = good.clone();
        for (int i = 0; i < flips; i++) {
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bad);
        assertSameOrRefused(model, good, seed);
    }

    @Property(tries = 200)
    void refusesTruncatedFiles(@ForAll long seed) throws IOException {
        TrainedModel model = RandomModels.of(seed % 20);
        byte[] good = write(model);
        Files.write(file, Arrays.copyOf(good, new Random(seed).nextInt(good.length)));
        try {
            AlignmentFile.read(file);
        } catch (ModelException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
            return;
        }
        throw new AssertionError("A truncated file was read");
    }

    private void assertSameOrRefused(TrainedModel model, byte[] good, long seed) throws IOException {
        TrainedModel read;
        try {
            read = AlignmentFile.read(file);
        } catch (ModelException e) {
            assertThat(e).hasMessageStartingWith(file + ": ").hasMessageContaining("train again");
            return;
        }
        assertThat(scores(read, seed)).isEqualTo(scores(model, seed));
        assertThat(write(read)).isEqualTo(good);
    }
}
