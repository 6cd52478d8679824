package io.github.zsl4j.lucene;

import static io.github.zsl4j.lucene.Indexes.EAST;
import static io.github.zsl4j.lucene.Indexes.NORTH;
import static io.github.zsl4j.lucene.Indexes.PLANE;
import static io.github.zsl4j.lucene.Indexes.item;
import static io.github.zsl4j.lucene.Indexes.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an index on Lucene does beyond the contract. */
class LuceneIndexTest {

    /** As long as the features of a ResNet-50. */
    private static final EmbeddingSpace WIDE = EmbeddingSpace.of("wide", 2048);

    @TempDir
    private Path folder;

    private LuceneIndex plane() {
        return LuceneIndex.open(Indexes.folder(folder), PLANE, Similarity.COSINE);
    }

    private static long bytes(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @ParameterizedTest
    @EnumSource
    void vectorsMayBeLongerThanLucenesLimit(Similarity similarity) {
        LuceneOptions graph = LuceneOptions.defaults().withExactUpTo(0);
        try (LuceneIndex index = LuceneIndex.open(Indexes.folder(folder), WIDE, similarity, graph)) {
            IntStream.range(0, 60).forEach(i -> index.put(Item.of("k" + i, random(WIDE, i))));
            index.commit();
            assertThat(index.search(random(WIDE, 7), 1)).extracting(Hit::key).containsExactly("k7");
            index.compact();
            assertThat(index.get("k8")).contains(Item.of("k8", random(WIDE, 8)));
        }
    }

    /** Without a codec of our own the same vector is refused. */
    @Test
    void lucenesOwnCodecHasThatLimit() throws IOException {
        Document document = new Document();
        document.add(new KnnFloatVectorField("vector", random(WIDE, 1).toArray()));
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            assertThatThrownBy(() -> writer.addDocument(document)).hasMessageContaining("1024");
        }
    }

    @ParameterizedTest
    @EnumSource
    void scoresAreThoseOfAnExactIndexToTheBit(Similarity similarity) {
        EmbeddingSpace space = EmbeddingSpace.of("space", 13);
        LuceneOptions graph = LuceneOptions.defaults().withExactUpTo(0);
        try (LuceneIndex index = LuceneIndex.open(Indexes.folder(folder), space, similarity, graph);
                ExactIndex<String> exact = ExactIndex.of(space, similarity)) {
            for (int i = 0; i < 300; i++) {
                Embedding vector =
                        i % 2 == 0 ? random(space, i) : random(space, i).unit();
                index.put(Item.of("k" + i, vector));
                exact.put(Item.of("k" + i, vector));
            }
            index.commit();
            exact.commit();
            assertThat(index.search(random(space, -1), 5)).isEqualTo(exact.search(random(space, -1), 5));
            index.compact();
            assertThat(index.search(random(space, -1), 300)).isEqualTo(exact.search(random(space, -1), 300));
        }
    }

    @Test
    void unitVectorsTakeHalfTheSpace() throws IOException {
        Path plain = Indexes.folder(folder);
        Path unit = Indexes.folder(folder);
        try (LuceneIndex a = LuceneIndex.open(plain, WIDE, Similarity.COSINE);
                LuceneIndex b = LuceneIndex.open(unit, WIDE, Similarity.COSINE)) {
            for (int i = 0; i < 20; i++) {
                a.put(Item.of("k" + i, random(WIDE, i)));
                b.put(Item.of("k" + i, random(WIDE, i).unit()));
            }
            a.commit();
            b.commit();
        }
        assertThat(bytes(unit)).isBetween(20L * 2048 * 4, bytes(plain) * 55 / 100);
    }

    @Test
    void keysAndValuesMayBeOfAnyLength() {
        String end = "x".repeat(40_000);
        try (LuceneIndex index = plane()) {
            index.put(item("a" + end, EAST, "caption", "b" + end));
            index.put(item("b" + end, NORTH, "caption", "c" + end));
            index.commit();
            index.put(item("a" + end, EAST, "caption", "b" + end));
            index.commit();
            assertThat(index.size()).isEqualTo(2);
            assertThat(index.search(EAST, 9, Filter.equal("caption", "c" + end)))
                    .extracting(Hit::key)
                    .containsExactly("b" + end);
            assertThat(index.get("a" + end)).isPresent();
        }
    }

    @Test
    void namesAndValuesAreNotMixedUp() {
        try (LuceneIndex index = plane()) {
            index.put(item("x", EAST, "ab", "c"));
            index.commit();
            assertThat(index.search(EAST, 1, Filter.equal("a", "bc"))).isEmpty();
            assertThat(index.search(EAST, 1, Filter.equal("ab", "c"))).hasSize(1);
        }
    }

    @Test
    void aFilterMayNameAnyNumberOfValues() {
        try (LuceneIndex index = plane()) {
            IntStream.range(0, 3000).forEach(i -> index.put(item("k" + i, EAST, "n", "" + i)));
            index.commit();
            Filter[] even = IntStream.range(0, 1500)
                    .mapToObj(i -> Filter.equal("n", "" + 2 * i))
                    .toArray(Filter[]::new);
            assertThat(index.search(EAST, 3000, Filter.any(even))).hasSize(1500);
            assertThat(index.search(EAST, 3000, Filter.not(Filter.any(even)))).hasSize(1500);
        }
    }

    @Test
    void asManyAreFoundAsAFilterAccepts() {
        EmbeddingSpace space = EmbeddingSpace.of("space", 8);
        LuceneOptions narrow = LuceneOptions.defaults().withExactUpTo(0).withCandidates(1);
        try (LuceneIndex index = LuceneIndex.open(Indexes.folder(folder), space, Similarity.DOT, narrow)) {
            for (int i = 0; i < 2000; i++) {
                index.put(item("k" + i, random(space, i), "third", i % 3 == 0 ? "yes" : "no"));
            }
            index.commit();
            for (int k : new int[] {1, 7, 30, 600, 667}) {
                assertThat(index.search(random(space, -1), k, Filter.equal("third", "yes")))
                        .hasSize(k)
                        .allMatch(hit -> hit.fields().get("third").equals("yes"));
            }
        }
    }
}
