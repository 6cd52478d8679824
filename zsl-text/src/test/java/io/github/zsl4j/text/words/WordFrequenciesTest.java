package io.github.zsl4j.text.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordFrequenciesTest {

    private static final String[] LINES = {"the 1", "of 1", "the 2", "cat 1", "new york 1"};

    private static WordFrequencies counts(String text) throws IOException {
        return WordFrequencies.read(new StringReader(text), "counts.txt");
    }

    private static double[] of(WordFrequencies frequencies, WordVectorOptions options) {
        return frequencies.of(WordFiles.text(options.withFormat(WordVectorFormat.GLOVE), LINES)
                .table());
    }

    @Test
    void followsZipfsLawByThePlaceInTheFile() {
        double h = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0;
        // the third line is passed over, but keeps its place
        assertThat(of(WordFrequencies.zipf(), WordVectorOptions.defaults()))
                .containsExactly(new double[] {1 / h, 1 / (2 * h), 1 / (4 * h), 1 / (5 * h)}, within(1e-15));
    }

    @Test
    void givesAWordOfASetItsPlaceInTheWholeFile() {
        double h = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
        WordVectorOptions cat = WordVectorOptions.defaults().withOnlyWords(Set.of("cat"));
        assertThat(of(WordFrequencies.zipf(), cat)).containsExactly(new double[] {1 / (4 * h)}, within(1e-15));
    }

    @Test
    void sumsToOneOverAWholeFile() {
        String[] lines = new String[1000];
        Arrays.setAll(lines, i -> "w" + i + " 1 2");
        double[] p = WordFrequencies.zipf().of(WordFiles.text(lines).table());
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
        assertThat(p).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void sharesCountsOutOverAllWordsOfTheFile() throws Exception {
        WordFrequencies counts = counts("the\t6\n\nof 3\nof 100\nelsewhere 1\n new york   10 \n");
        assertThat(of(counts, WordVectorOptions.defaults()))
                .containsExactly(new double[] {6 / 20.0, 3 / 20.0, 0, 10 / 20.0}, within(1e-15));
    }

    @Test
    void readsTheSameFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("c.txt"), "the 6\nüber 4\n");
        assertThat(WordFrequencies.load(file))
                .isEqualTo(counts("the 6\nüber 4\n"))
                .hasSameHashCodeAs(counts("the 6\nüber 4\n"))
                .isNotEqualTo(counts("the 6\nüber 5\n"))
                .isNotEqualTo(WordFrequencies.zipf());
    }

    @Test
    void hasAnIdentityThatTellsVectorsApart() throws Exception {
        WordTable five = WordFiles.text(LINES).table();
        WordTable two = WordFiles.text(WordVectorOptions.defaults().withMaxWords(2), LINES)
                .table();
        assertThat(WordFrequencies.zipf().identity(five))
                .isNotEqualTo(WordFrequencies.zipf().identity(two));
        assertThat(counts("the 1").identity(five)).isEqualTo(counts("the 1").identity(two));
        assertThat(counts("the 1").identity(five)).isNotEqualTo(counts("of 1").identity(five));
    }
}
