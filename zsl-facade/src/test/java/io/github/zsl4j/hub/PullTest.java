package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.WeightVariant;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullTest extends HubTest {

    @Test
    void bringsWhatIsNeededAndNothingElse() throws IOException {
        Path snapshot = pull();
        assertComplete(snapshot);
        assertThat(snapshot.resolve("train.py")).doesNotExist();
        assertThat(snapshot.resolve("onnx/model.onnx")).doesNotExist();
    }

    @Test
    void laysFilesOutAsPythonDoes() throws IOException {
        Path snapshot = pull();
        assertThat(snapshot).isEqualTo(repository().resolve("snapshots").resolve(FakeHub.COMMIT));
        assertThat(Files.readString(repository().resolve("refs/main"))).isEqualTo(FakeHub.COMMIT);
        assertThat(Files.readSymbolicLink(snapshot.resolve("config.json")))
                .isEqualTo(Path.of("../../blobs/" + FakeHub.gitSha1(hub.content("config.json"))));
        assertThat(Files.readSymbolicLink(snapshot.resolve(VISION)))
                .isEqualTo(Path.of("../../../blobs/" + FakeHub.sha256(hub.content(VISION))));
    }

    @Test
    void asksForTheCommitOnlyWhenNothingIsMissing() {
        pull();
        int before = hub.requests().size();
        pull();
        assertThat(hub.requests()).hasSize(before + 1);
        assertThat(hub.requests().get(before).path()).isEqualTo("/api/models/owner/model/revision/main");
    }

    @Test
    void namesItselfAndNothingElse() {
        pull();
        assertThat(hub.requests()).allSatisfy(request -> {
            assertThat(request.header("User-Agent")).matches("zsl4j/\\S+");
            assertThat(request.headers().keySet())
                    .isSubsetOf(
                            "User-agent",
                            "Accept-encoding",
                            "Host",
                            "Connection",
                            "Content-length",
                            "Http2-settings",
                            "Upgrade");
        });
    }

    @Test
    void usesBlobsThatOtherSnapshotsHave() throws IOException {
        pull();
        hub.commit("fedcba9876543210fedcba9876543210fedcba98");
        hub.small("config.json", "{\"model_type\": \"clip\", \"changed\": true}");
        Path snapshot = pull();
        assertComplete(snapshot);
        assertThat(snapshot).endsWithRaw(Path.of("fedcba9876543210fedcba9876543210fedcba98"));
        assertThat(hub.downloads(VISION)).hasSize(1);
        assertThat(Files.readString(repository().resolve("refs/main"))).startsWith("fedcba");
    }

    @Test
    void takesABranchATagAndACommit() {
        for (String revision : List.of("v1.0", "refs/pr/1", FakeHub.COMMIT)) {
            ModelReference model = FakeHub.MODEL.withRevision(revision);
            Path snapshot = client().pull(model, FileSelection.defaults(), DownloadListener.NONE);
            assertThat(client().find(model)).contains(snapshot);
        }
        assertThat(repository().resolve("refs/refs/pr/1")).exists();
        assertThat(repository().resolve("refs/" + FakeHub.COMMIT)).doesNotExist();
    }

    @Test
    void takesAFolderOfARepository() throws IOException {
        hub.small("tiny/config.json", "{}").large("tiny/model.onnx", 1000);
        Path model = client().pull(
                        ModelReference.parse("owner/model/tiny"), FileSelection.defaults(), DownloadListener.NONE);
        assertThat(model).endsWithRaw(Path.of(FakeHub.COMMIT, "tiny"));
        assertThat(model.resolve("model.onnx")).hasBinaryContent(hub.content("tiny/model.onnx"));
        assertThat(model.resolve("../config.json")).doesNotExist();
    }

    @Test
    void takesAnotherVariantAndAnotherEngine() throws IOException {
        hub.large("onnx/model_fp16.onnx", 1000).large("vision.pt", 1000).large("text.pt", 1000);
        FileSelection half = new FileSelection(NetworkOptions.ONNX_RUNTIME, WeightVariant.FP16);
        Path snapshot = client().pull(FakeHub.MODEL, half, DownloadListener.NONE);
        assertThat(snapshot.resolve("onnx/model_fp16.onnx")).exists();
        assertThat(snapshot.resolve(VISION)).doesNotExist();
        FileSelection script = new FileSelection(NetworkOptions.PYTORCH, WeightVariant.FULL);
        client().pull(FakeHub.MODEL, script, DownloadListener.NONE);
        assertThat(snapshot.resolve("vision.pt")).exists();
        assertThat(snapshot.resolve("text.pt")).exists();
    }

    @Test
    void refusesBeforeDownloadingWhenThereIsNoSuchNetwork() {
        FileSelection quantised = new FileSelection(NetworkOptions.ONNX_RUNTIME, WeightVariant.QUANTISED);
        assertThatThrownBy(() -> client().pull(FakeHub.MODEL, quantised, DownloadListener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("owner/model", "model_quantized.onnx", "onnx/vision_model.onnx", "variant");
        assertThat(hub.requests()).hasSize(1);
        assertThat(cache).doesNotExist();
    }

    @Test
    void tellsHowFarItIs() {
        List<DownloadProgress> heard = new ArrayList<>();
        client().pull(FakeHub.MODEL, FileSelection.defaults(), heard::add);
        long total = heard.get(0).total();
        assertThat(total).isGreaterThan(500_000);
        assertThat(heard).allSatisfy(p -> assertThat(p.total()).isEqualTo(total));
        assertThat(heard).extracting(DownloadProgress::done).isSorted();
        assertThat(heard.get(heard.size() - 1).done()).isEqualTo(total);
        assertThat(heard).extracting(DownloadProgress::file).contains("config.json", VISION, TEXT);
    }

    @Test
    void acceptsAnEmptyFile() throws IOException {
        hub.small("special_tokens_map.json", "");
        assertThat(pull().resolve("special_tokens_map.json")).isEmptyFile();
    }

    @Test
    void neverWritesWhereAHostileNamePoints() throws IOException {
        hub.list("../../../../evil.onnx");
        hub.list("/etc/config.json");
        hub.list("onnx/../../config.json");
        hub.list("1_Pooling\\..\\config.json");
        hub.list("config.json\u0000");
        assertComplete(pull());
        try (var written = Files.list(folder)) {
            assertThat(written.map(Path::getFileName).map(Path::toString)).containsOnly("hub");
        }
    }
}
