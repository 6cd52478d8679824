package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryCacheTest {

    private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";

    @TempDir
    Path folder;

    private RepositoryCache cache;

    @BeforeEach
    void start() {
        cache = new RepositoryCache(folder, "owner/model", new TestMachine(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "owner/model, models--owner--model",
        "owner/my-model.v2, models--owner--my-model.v2",
        "sentence-transformers/all-MiniLM-L6-v2, models--sentence-transformers--all-MiniLM-L6-v2"
    })
    void namesFoldersAsPythonDoesAndReadsThemBack(String repository, String name) {
        assertThat(RepositoryCache.folderName(repository)).isEqualTo(name);
        assertThat(RepositoryCache.repositoryName(folder.resolve(name))).contains(repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"datasets--owner--data", "spaces--owner--space", ".locks", "blobs", "CACHEDIR.TAG"})
    void foldersOfOtherThingsAreNoModels(String name) {
        assertThat(RepositoryCache.repositoryName(folder.resolve(name))).isEmpty();
    }

    @Test
    void remembersWhatABranchIsNow() throws IOException {
        assertThat(cache.commit("main")).isEmpty();
        cache.remember("main", FakeHub.COMMIT);
        assertThat(cache.commit("main")).contains(FakeHub.COMMIT);
        cache.remember("main", OTHER);
        assertThat(cache.commit("main")).contains(OTHER);
        cache.remember("refs/pr/1", OTHER);
        assertThat(cache.revisions(OTHER)).containsExactly("main", "refs/pr/1");
        assertThat(cache.revisions(FakeHub.COMMIT)).isEmpty();
    }

    @Test
    void readsARefThatAnEditorEndedWithALine() throws IOException {
        Files.createDirectories(cache.folder().resolve("refs"));
        Files.writeString(cache.folder().resolve("refs/main"), FakeHub.COMMIT + "\n");
        assertThat(cache.commit("main")).contains(FakeHub.COMMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../../etc", "0123456", "0123456789ABCDEF0123456789ABCDEF01234567"})
    void trustsNoRefThatIsNoCommit(String content) throws IOException {
        Files.createDirectories(cache.folder().resolve("refs"));
        Files.writeString(cache.folder().resolve("refs/main"), content);
        assertThat(cache.commit("main")).isEmpty();
        cache.remember("main", FakeHub.COMMIT);
        assertThat(cache.commit("main")).contains(FakeHub.COMMIT);
    }

    @Test
    void aCommitIsItsOwnRevision() throws IOException {
        assertThat(cache.commit(FakeHub.COMMIT)).contains(FakeHub.COMMIT);
        cache.remember(FakeHub.COMMIT, FakeHub.COMMIT);
        assertThat(cache.folder()).doesNotExist();
    }

    @Test
    void pointsToABlobThatAnotherProcessHasPointedToAlready() throws IOException {
        Path blob = blob();
        Path pointer = cache.pointer(FakeHub.COMMIT, "onnx/model.onnx");
        cache.point(pointer, blob, true);
        cache.point(pointer, blob, false);
        assertThat(pointer).hasContent("content");
        assertThat(Files.readSymbolicLink(pointer)).isRelative();
    }

    @Test
    void surviveBeingMoved() throws IOException {
        cache.point(cache.pointer(FakeHub.COMMIT, "config.json"), blob(), true);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(cache.folder(), elsewhere.resolve("models--owner--model"));
        RepositoryCache moved = new RepositoryCache(elsewhere, "owner/model", new TestMachine(folder));
        assertThat(moved.pointer(FakeHub.COMMIT, "config.json")).hasContent("content");
    }

    private Path blob() throws IOException {
        Path blob = cache.blob(new Checksum("0".repeat(40)));
        Files.createDirectories(blob.getParent());
        return Files.writeString(blob, "content");
    }

    @Test
    void saysThatARefCannotBeRead() throws IOException {
        Path ref = cache.folder().resolve("refs/main");
        Files.createDirectories(ref.getParent());
        Files.write(ref, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xfd}); // no UTF-8
        assertThatThrownBy(() -> cache.commit("main"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(ref.toString(), "cannot be read");
    }
}
