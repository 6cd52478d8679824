package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Disks that are full, cannot be written, or have no links; and what is done without the hub. */
class CacheTest extends HubTest {

    private ModelHub offline() {
        return client(hub.options(cache).withOffline(true));
    }

    @Test
    void asksForRoomBeforeItDownloads() {
        machine.free = 400_000;
        assertThat(failure()).contains("500.", "kB are needed", "400.0 kB are free", cache.toString(), "HF_HUB_CACHE");
        assertThat(hub.downloads("config.json")).isEmpty();
    }

    @Test
    void countsWhatIsThereAlready() throws IOException {
        leave(VISION, java.util.Arrays.copyOf(hub.content(VISION), 299_000));
        machine.free = 250_000;
        assertComplete(pull());
    }

    @Test
    void saysHowMuchIsMissingWhenTheDiskFillsUp() throws IOException {
        machine.room = 250_000;
        assertThat(failure())
                .contains(VISION, "No space left", "kB more", cache.toString(), "HF_HUB_CACHE", "try again");
        machine.room = Long.MAX_VALUE;
        assertComplete(pull());
        assertThat(hub.downloads(VISION).get(1).header("Range")).matches("bytes=\\d{5,}-");
    }

    @Test
    void makesPlainFilesWhereThereAreNoLinks() throws IOException {
        machine.links = false;
        Path snapshot = pull();
        assertComplete(snapshot);
        assertThat(snapshot.resolve(VISION)).isRegularFile();
        assertThat(Files.isSymbolicLink(snapshot.resolve(VISION))).isFalse();
        assertThat(repository().resolve("blobs")).isEmptyDirectory();
        int before = hub.requests().size();
        pull();
        assertThat(hub.requests()).hasSize(before + 1);
    }

    @Test
    void copiesABlobThatOthersUseWhereThereAreNoLinks() throws IOException {
        pull();
        hub.commit("fedcba9876543210fedcba9876543210fedcba98");
        machine.links = false;
        assertComplete(pull());
        assertThat(repository().resolve("snapshots/" + FakeHub.COMMIT + "/" + VISION))
                .hasBinaryContent(hub.content(VISION));
    }

    @Test
    void saysThatTheCacheCannotBeWritten() throws IOException {
        Files.createFile(cache);
        assertThat(failure()).contains(cache.toString(), "cannot be written", "HF_HUB_CACHE");
    }

    @Test
    void writesNothingIntoACacheWhereNothingIsMissing() throws IOException {
        pull();
        List<String> before = listing();
        pull();
        offline().pull(FakeHub.MODEL, FileSelection.defaults(), DownloadListener.NONE);
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void usesACompleteCacheThatCannotBeWritten() throws IOException {
        Path snapshot = pull();
        Files.delete(repository().resolve("refs/main"));
        Files.delete(repository().resolve("refs"));
        Files.createFile(repository().resolve("refs")); // in the way of any ref
        assertThat(pull()).isEqualTo(snapshot);
    }

    private List<String> listing() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                lines.add(file + " " + Files.getLastModifiedTime(file));
            }
        }
        return lines;
    }

    @Test
    void sendsNothingWhenOffline() throws IOException {
        Path snapshot = pull();
        int before = hub.requests().size();
        assertThat(offline().pull(FakeHub.MODEL, FileSelection.defaults(), DownloadListener.NONE))
                .isEqualTo(snapshot);
        assertThat(offline().find(FakeHub.MODEL)).contains(snapshot);
        assertThat(offline().cached()).hasSize(1);
        assertThat(hub.requests()).hasSize(before);
    }

    @Test
    void saysWhenOfflineThatTheModelIsMissing() {
        assertThat(failure(offline(), FakeHub.MODEL))
                .contains("owner/model", "not in the cache " + cache, "HF_HUB_OFFLINE");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void takesTheCacheAtOnceWhenTheHubCannotBeReached() {
        Path snapshot = pull();
        hub.fault("GET", "/revision/main", FakeHub.status(503));
        assertThat(pull()).isEqualTo(snapshot);
        hub.close();
        assertThat(pull()).isEqualTo(snapshot);
        assertThat(machine.pauses).isEmpty();
    }

    @Test
    void doesNotTakeTheCacheForAModelThatIsRefused() {
        pull();
        hub.fault("GET", "/revision/main", FakeHub.status(404, "X-Error-Code", "RepoNotFound"));
        assertThat(failure()).contains("no such model");
    }

    @Test
    void isNotFoundByHalf() throws IOException {
        hub.fault("GET", FakeHub.sha256(hub.content(TEXT)), FakeHub.status(404));
        for (int i = 0; i < 5; i++) {
            hub.fault("GET", FakeHub.sha256(hub.content(TEXT)), FakeHub.status(404));
        }
        failure();
        ModelReference commit = FakeHub.MODEL.withRevision(FakeHub.COMMIT);
        assertThat(client().find(commit)).isPresent();
        assertThat(client().find(commit, FileSelection.defaults())).isEmpty();
        assertThat(failure(offline(), commit)).contains("not in the cache");
        assertComplete(pull());
        assertThat(client().find(commit, FileSelection.defaults())).isPresent();
    }

    @Test
    void findsNothingInACacheThatIsNotThere() {
        assertThat(client().find(FakeHub.MODEL)).isEmpty();
        assertThat(client().cached()).isEmpty();
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void listsWhatIsThere() throws IOException {
        Path snapshot = pull();
        Files.createDirectories(cache.resolve("datasets--owner--data/snapshots/abc"));
        Files.createDirectories(cache.resolve(".locks/models--owner--model"));
        CachedModel model = client().cached().get(0);
        assertThat(client().cached()).hasSize(1);
        assertThat(model.repository()).isEqualTo(FakeHub.NAME);
        assertThat(model.commit()).isEqualTo(FakeHub.COMMIT);
        assertThat(model.revisions()).containsExactly("main");
        assertThat(model.folder()).isEqualTo(snapshot);
        assertThat(model.bytes()).isBetween(500_000L, 501_000L);
    }

    @Test
    void verifiesEveryFile() throws IOException {
        Path snapshot = pull();
        ModelHub client = client();
        CachedModel model = client.cached().get(0);
        assertThat(client.verify(model))
                .hasSize(6)
                .extracting(FileCheck::result)
                .containsOnly(FileCheck.Result.GOOD);

        byte[] spoiled = hub.content(VISION).clone();
        spoiled[7] ^= 1;
        Files.write(snapshot.resolve(VISION), spoiled);
        Files.delete(snapshot.resolve("config.json").toRealPath());
        Files.writeString(snapshot.resolve("mine.txt"), "a plain file");
        assertThat(client.verify(model))
                .extracting(FileCheck::file, FileCheck::result)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(VISION, FileCheck.Result.DAMAGED),
                        org.assertj.core.groups.Tuple.tuple("config.json", FileCheck.Result.MISSING),
                        org.assertj.core.groups.Tuple.tuple("mine.txt", FileCheck.Result.UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple(TEXT, FileCheck.Result.GOOD));
    }
}
