package io.github.zsl4j.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.collection.IndexedPicture.Change;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is encoded again, and what is not. */
class PictureIndexerTest {

    @TempDir
    private Path folder;

    private Colours colours;
    private Path a;
    private Path b;

    @BeforeEach
    void paint() throws IOException {
        colours = new Colours(folder);
        a = colours.paint("a.png", 0xff0000);
        b = colours.paint("sub/b.png", 0x0000ff);
        Colours.touch(a, 1);
        Colours.touch(b, 1);
        assertThat(colours.index(a, b).progress().counts()).isEqualTo(Map.of(Change.ADDED, 2L));
        assertThat(colours.encoded()).isEqualTo(2);
    }

    private Item<String> item(Path file) {
        return colours.index.get(PictureIndexer.key(file)).orElseThrow();
    }

    @Test
    void storesUnitVectorsAndWhatTheFileTells() throws IOException {
        assertThat(item(a).vector().toArray()).containsExactly(1, 0, 0);
        assertThat(item(b).fields())
                .containsEntry("folder", folder.resolve("sub").toAbsolutePath().toString())
                .containsEntry("name", "b.png")
                .containsEntry("bytes", Long.toString(Files.size(b)))
                .containsEntry("modified", "2026-01-01T00:01:00Z")
                .hasEntrySatisfying("sha256", hash -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    @Test
    void unchangedFilesAreNotEncodedAgain() {
        assertThat(colours.index(a, b).progress().counts()).isEqualTo(Map.of(Change.UNCHANGED, 2L));
        assertThat(colours.encoded()).isZero();
    }

    @Test
    void filesWhoseTimeAloneIsNewAreNotEncodedAgain() throws IOException {
        Colours.touch(a, 2);
        assertThat(colours.index(a, b).progress().counts()).isEqualTo(Map.of(Change.UNCHANGED, 2L));
        assertThat(colours.encoded()).isZero();
        assertThat(item(a).fields()).containsEntry("modified", "2026-01-01T00:02:00Z");
        assertThat(item(a).vector().toArray()).containsExactly(1, 0, 0);
    }

    @Test
    void changedFilesAreEncodedAgain() throws IOException {
        colours.paint("a.png", 0x00ff00);
        Colours.touch(a, 2);
        assertThat(colours.index(a, b).progress().counts()).isEqualTo(Map.of(Change.UPDATED, 1L, Change.UNCHANGED, 1L));
        assertThat(colours.encoded()).isEqualTo(1);
        assertThat(item(a).vector().toArray()).containsExactly(0, 1, 0);
        assertThat(colours.index.size()).isEqualTo(2);
    }

    @Test
    void newMetadataIsStoredWithoutEncoding() {
        colours.options = colours.options.withMetadata(file -> Map.of("caption", "äö", "name", "not mine to say"));
        assertThat(colours.index(a).progress().count(Change.UPDATED)).isEqualTo(1);
        assertThat(colours.index(a).progress().count(Change.UNCHANGED)).isEqualTo(1);
        assertThat(colours.encoded()).isZero();
        assertThat(item(a).fields()).containsEntry("caption", "äö").containsEntry("name", "a.png");
        assertThat(item(a).vector().toArray()).containsExactly(1, 0, 0);
    }

    @Test
    void brokenFilesAreReportedAndTheOthersIndexed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "not a picture");
        Path none = folder.resolve("none.jpg");
        Path c = colours.paint("c.png", 0x00ff00);
        IndexingReport report = colours.index(broken, none, folder.resolve("sub"), c);
        assertThat(report.failures())
                .extracting(failure -> failure.problem().orElseThrow())
                .satisfiesExactly(
                        x -> assertThat(x).contains("broken.jpg"),
                        x -> assertThat(x).contains("none.jpg", "no such file"),
                        x -> assertThat(x).contains("sub"));
        assertThat(report.progress().counts()).isEqualTo(Map.of(Change.FAILED, 3L, Change.ADDED, 1L));
        assertThat(colours.index.size()).isEqualTo(3);
    }

    @Test
    void aPictureThatBreaksLeavesTheIndexOneOutOfReachDoesNot() throws IOException {
        Files.writeString(a, "not a picture any more");
        Files.delete(b);
        assertThat(colours.index(a, b).failures()).hasSize(2);
        assertThat(colours.index.get(PictureIndexer.key(a))).isEmpty();
        assertThat(item(b).vector().toArray()).containsExactly(0, 0, 1);
    }

    @Test
    void vanishedFilesAreRemovedOnRequestInTheirFolderOnly() throws IOException {
        Path c = colours.paint("other/c.png", 0x00ff00);
        colours.index(c);
        Files.delete(b);
        Files.delete(c);
        List<IndexedPicture> gone = colours.indexer().removeVanished(folder.resolve("sub"));
        assertThat(gone).containsExactly(IndexedPicture.of(PictureIndexer.key(b), Change.REMOVED));
        assertThat(colours.index.size()).isEqualTo(2);
        assertThat(colours.indexer().removeVanished(folder)).hasSize(1);
        assertThat(item(a)).isNotNull();
    }

    @Test
    void aFileThatIsNamedTwiceIsIndexedOnce() {
        Path again = folder.resolve("sub").resolve("..").resolve("a.png");
        assertThat(colours.index(a, again, a).progress().done()).isEqualTo(1);
    }

    @Test
    void commitsAfterSoManyChangesAndTells() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            files.add(colours.paint("n" + i + ".png", i));
        }
        colours.options = colours.options.withCommitEvery(3);
        List<Integer> committed = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        IndexingReport report = colours.indexer().index(files, new IndexingListener() {
            @Override
            public void finished(IndexedPicture picture, IndexingProgress progress) {
                done.add(progress.done());
                assertThat(progress.total()).isEqualTo(7);
            }

            @Override
            public void committed(List<IndexedPicture> changes) {
                committed.add(changes.size());
                assertThat(changes)
                        .allMatch(change -> colours.index.get(change.key()).isPresent());
            }
        });
        assertThat(committed).containsExactly(3, 3, 1);
        assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(report.progress().picturesPerSecond()).isPositive();
    }

    @Test
    void commitsWhenTimeIsUp() throws IOException {
        Path c = colours.paint("c.png", 1);
        Path d = colours.paint("d.png", 2);
        colours.options = colours.options.withCommitAfter(Duration.ofNanos(1));
        List<Integer> committed = new ArrayList<>();
        colours.indexer().index(List.of(c, d), new IndexingListener() {
            @Override
            public void committed(List<IndexedPicture> changes) {
                committed.add(changes.size());
            }
        });
        assertThat(committed).containsExactly(1, 1);
    }

    @Test
    void anIndexOfAnotherModelIsRefused() {
        EmbeddingSpace other = EmbeddingSpace.of("others", 3);
        assertThatThrownBy(() -> new PictureIndexer(
                        colours.model, ExactIndex.of(other, Similarity.COSINE), IndexingOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("others");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        IndexingOptions options = IndexingOptions.defaults();
        assertThatThrownBy(() -> options.withCommitEvery(0)).hasMessageContaining("commitEvery");
        assertThatThrownBy(() -> options.withCommitAfter(Duration.ZERO)).hasMessageContaining("commitAfter");
    }
}
