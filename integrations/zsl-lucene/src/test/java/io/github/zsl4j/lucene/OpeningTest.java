package io.github.zsl4j.lucene;

import static io.github.zsl4j.lucene.Indexes.EAST;
import static io.github.zsl4j.lucene.Indexes.NORTH;
import static io.github.zsl4j.lucene.Indexes.PLANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an opened folder holds, and what is refused. */
class OpeningTest {

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("index");
    }

    private LuceneIndex open() {
        return LuceneIndex.open(folder(), PLANE, Similarity.COSINE);
    }

    private void filled() {
        try (LuceneIndex index = open()) {
            index.put(Item.of("east", EAST));
            index.setProperties(Map.of("model", "äö"));
            index.commit();
            index.put(Item.of("lost", EAST));
            index.remove("east");
        }
    }

    private static void assertRefused(Runnable call, String... words) {
        assertThatThrownBy(call::run)
                .isInstanceOf(ZslException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatWasCommittedIsThereAgainAndNothingElse() {
        filled();
        try (LuceneIndex index = open()) {
            assertThat(index.size()).isEqualTo(1);
            assertThat(index.get("east")).contains(Item.of("east", EAST));
            assertThat(index.properties()).isEqualTo(Map.of("model", "äö"));
        }
    }

    @Test
    void tellsWhetherThereIsAnIndex() throws IOException {
        assertThat(LuceneIndex.isAt(folder())).isFalse();
        assertThat(folder()).doesNotExist();
        filled();
        assertThat(LuceneIndex.isAt(folder())).isTrue();
        assertThat(LuceneIndex.isAt(parent)).isFalse();
        assertThat(LuceneIndex.isAt(Files.writeString(parent.resolve("file"), "x")))
                .isFalse();
    }

    @Test
    void aReaderNeedsNeitherSpaceNorSimilarity() {
        filled();
        try (LuceneIndex index = LuceneIndex.read(folder())) {
            assertThat(index.space()).isEqualTo(PLANE);
            assertThat(index.similarity()).isEqualTo(Similarity.COSINE);
            assertThat(index.search(NORTH, 2)).extracting("key").containsExactly("east");
        }
    }

    @Test
    void readersSeeTheCommitsOfAWriterWhenTheyRefresh() {
        try (LuceneIndex writer = open();
                LuceneIndex reader = LuceneIndex.read(folder())) {
            writer.put(Item.of("east", EAST));
            writer.commit();
            assertThat(reader.size()).isZero();
            reader.refresh();
            assertThat(reader.size()).isEqualTo(1);
        }
    }

    @Test
    void readersChangeNothing() {
        filled();
        try (LuceneIndex index = LuceneIndex.read(folder())) {
            assertThatThrownBy(() -> index.put(Item.of("x", EAST)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("reading only");
            assertThatThrownBy(index::commit).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void thereIsOneWriterAtATime() {
        try (LuceneIndex first = open()) {
            assertRefused(this::open, "another program is writing", "for reading");
            first.put(Item.of("east", EAST));
            first.commit();
        }
        open().close();
    }

    @Test
    void anIndexOfAnotherSpaceOrSimilarityIsRefused() {
        filled();
        EmbeddingSpace retrained = new EmbeddingSpace("plane", 2, "retrained");
        assertRefused(
                () -> LuceneIndex.open(folder(), retrained, Similarity.COSINE), "plane [2]", "retrained", "model");
        assertRefused(() -> LuceneIndex.open(folder(), PLANE, Similarity.DOT), "COSINE", "DOT");
        open().close();
    }

    @Test
    void foldersThatHoldOtherThingsAreRefused() throws IOException {
        Path photos = Files.createDirectory(parent.resolve("photos"));
        Path photo = Files.writeString(photos.resolve("a.jpg"), "x");
        assertRefused(() -> LuceneIndex.open(photos, PLANE, Similarity.COSINE), "other files", "empty");
        assertRefused(() -> LuceneIndex.open(photo, PLANE, Similarity.COSINE), "file");
        assertRefused(() -> LuceneIndex.read(photos), "no index");
        assertRefused(() -> LuceneIndex.read(folder()), "no such folder");
        assertThat(photos).isDirectoryContaining("glob:**a.jpg");
    }

    /** As a crash leaves it that comes before the first commit. */
    @Test
    void anIndexThatWasNeverCommittedIsMadeAnew() throws IOException {
        Files.createDirectory(folder());
        Files.createFile(folder().resolve("write.lock"));
        Files.writeString(folder().resolve("pending_segments_1"), "half");
        assertThat(LuceneIndex.isAt(folder())).isFalse();
        try (LuceneIndex index = open()) {
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void foreignIndexesAreRefusedAndLeftAlone() throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.commit();
        }
        assertRefused(this::open, "not of zsl4j");
        assertRefused(() -> LuceneIndex.read(folder()), "not of zsl4j");
        assertThat(LuceneIndex.isAt(folder())).isTrue();
    }

    @Test
    void otherVersionsOfTheFormatAreRefused() throws IOException {
        filled();
        try (FSDirectory directory = FSDirectory.open(folder());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("zsl4j.format", "2").entrySet());
            writer.commit();
        }
        assertRefused(this::open, "format 2", "reads 1");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        filled();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder())) {
            files = all.filter(file -> file.toString().endsWith(".cfs")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Files.write(file, new byte[7]);
        }
        assertRefused(() -> LuceneIndex.read(folder()), "index again", folder().toString());
        assertThat(LuceneIndex.isAt(folder())).isTrue();
    }
}
