package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.zsl4j.hub.HubOptions;
import io.github.zsl4j.hub.ModelHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands about models, against a hub of the test's own. */
class ModelsTest {

    private static final Terminal WATCHED = new Terminal(false, false, true, 80);

    @TempDir
    Path folder;

    private TinyHub server;
    private boolean offline;

    @BeforeEach
    void start() throws IOException {
        server = new TinyHub();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path cache() {
        return folder.resolve("hub");
    }

    private Path snapshot() {
        return cache().resolve("models--owner--model/snapshots/" + TinyHub.COMMIT);
    }

    private ModelHub hub() {
        return ModelHub.of(
                new HubOptions(server.endpoint(), cache(), Optional.empty(), offline, Duration.ofSeconds(5)));
    }

    private Cli.Result models(String... args) {
        return models(Terminal.NONE, args);
    }

    private Cli.Result models(Terminal terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Program program = new Program(
                InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err), terminal, Cli::none);
        Failures failures = new Failures(program);
        CommandLine models = ModelsCommand.of(program, this::hub)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        int code = models.execute(args);
        return new Cli.Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "models pull", "models list", "models verify", "models info"})
    void everyCommandHasHelp(String command) {
        Cli.Result result = Cli.run(Cli::none, (command + " --help").split(" "));
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: zsl models").isASCII();
        assertThat(result.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void pullPrintsTheFolder() {
        Cli.Result result = models("pull", "owner/model");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(snapshot() + "\n");
        assertThat(snapshot().resolve("onnx/vision_model.onnx")).hasSize(1_500_000);
        assertThat(snapshot().resolve("model.pt")).doesNotExist();
    }

    @Test
    void pullTakesVariantEngineAndRevision() {
        assertThat(models("pull", "hf:owner/model", "--variant", "fp16").code()).isZero();
        assertThat(snapshot().resolve("onnx/model_fp16.onnx")).hasContent("half");
        assertThat(models("pull", "owner/model", "--engine", "pytorch", "--revision", "main")
                        .code())
                .isZero();
        assertThat(snapshot().resolve("model.pt")).hasContent("script");
        Cli.Result missing = models("pull", "owner/model", "--revision", "v9");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).hasLineCount(1).contains("owner/model@v9");
    }

    @Test
    void pullShowsABarToWhoeverLooks() {
        Cli.Result result = models(WATCHED, "pull", "owner/model");
        assertThat(result.out()).isEqualTo(snapshot() + "\n");
        assertThat(result.err()).contains("MB", "/s").endsWith("\r\u001b[K");
        assertThat(models(WATCHED, "pull", "owner/model").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pull",
                "pull model",
                "pull ../model/x",
                "pull owner/model --variant fp/16",
                "pull owner/model --engine caffe",
                "pull owner/model --revision ../x",
                "list owner/model",
                "verify model",
                "info ../no/such/folder"
            })
    void wrongUsageIsOneLineAndNoRequest(String arguments) {
        Cli.Result result = models(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).startsWith("zsl: ").contains("--help");
        assertThat(server.requests()).isZero();
    }

    @Test
    void failuresAreOneLineAndCodeOne() {
        Cli.Result other = models("pull", "owner/other");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).hasLineCount(1).contains("owner/other", "no such model");
        offline = true;
        assertThat(models("pull", "owner/model").err()).contains("not in the cache");
        assertThat(models("verify", "owner/model").code()).isEqualTo(1);
        assertThat(models("info", "owner/model").err()).contains("zsl models pull owner/model");
    }

    @Test
    void listShowsWhatIsThere() {
        models("pull", "owner/model");
        int before = server.requests();
        assertThat(models("list").lines()).singleElement().asString().matches("owner/model  main +2\\.0 MB  clip");
        JsonObject model = models("list", "--json").objects().get(0);
        assertThat(model.get("name").getAsString()).isEqualTo("owner/model");
        assertThat(model.get("commit").getAsString()).isEqualTo(TinyHub.COMMIT);
        assertThat(model.get("revisions").getAsJsonArray().get(0).getAsString()).isEqualTo("main");
        assertThat(model.get("bytes").getAsLong()).isGreaterThan(2_000_000);
        assertThat(model.get("kind").getAsString()).isEqualTo("clip");
        assertThat(model.get("folder").getAsString()).isEqualTo(snapshot().toString());
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void listOfAnEmptyCacheSaysWhereItLooked() {
        Cli.Result result = models("list");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).contains(cache().toString(), "zsl models pull");
        assertThat(models("list", "--json").err()).isEmpty();
        assertThat(models("verify").err()).isEqualTo(result.err());
    }

    @Test
    void listNamesACommitThatHasNoOtherName() throws IOException {
        models("pull", "owner/model");
        Files.delete(cache().resolve("models--owner--model/refs/main"));
        assertThat(models("list").out()).startsWith("owner/model  0123456  ");
        assertThat(models("info", "owner/model").code()).isZero();
        assertThat(models("verify", "owner/model@" + TinyHub.COMMIT).code()).isZero();
    }

    @Test
    void verifyFindsDamageAndSaysHowToMendIt() throws IOException {
        models("pull", "owner/model");
        assertThat(models("verify").out()).isEqualTo("owner/model@main: 4 files are good\n");

        Path blob = snapshot().resolve("onnx/text_model.onnx").toRealPath();
        Files.writeString(blob, "spoiled");
        Files.delete(snapshot().resolve("config.json").toRealPath());
        Cli.Result result = models("verify", "owner/model");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.lines())
                .containsExactly(
                        "owner/model@main: config.json is missing; pull the model again",
                        "owner/model@main: onnx/text_model.onnx is damaged; remove " + blob
                                + " and pull the model again");

        Files.delete(blob);
        assertThat(models("pull", "owner/model").code()).isZero();
        assertThat(models("verify", "owner/model@main").code()).isZero();
    }

    @Test
    void verifySaysWhatItCannotKnow() throws IOException {
        models("pull", "owner/model");
        Files.writeString(snapshot().resolve("mine.txt"), "");
        assertThat(models("verify").out()).contains("4 files are good, 1 without a known checksum");
    }

    @Test
    void infoDescribesADownloadedModelByNameAndByFolder() {
        models("pull", "owner/model");
        String text = models("info", "owner/model").out();
        assertThat(text)
                .startsWith("owner/model\n")
                .contains("Kind     clip", "Licence  apache-2.0", "1.5 MB  onnx/vision_model.onnx", "2.0 MB\n");
        assertThat(models("info", snapshot().toString()).out()).isEqualTo(text);
        JsonObject json = models("info", "owner/model", "--json").objects().get(0);
        assertThat(json.get("licence").getAsString()).isEqualTo("apache-2.0");
        assertThat(json.get("files").getAsJsonArray()).hasSize(4);
    }

    @Test
    void infoDescribesAnyFolder() throws IOException {
        Cli.Result empty = models("info", folder.toString());
        assertThat(empty.code()).isZero();
        assertThat(empty.out()).contains("Kind     unknown", "Licence  unknown");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"bert\"}");
        Files.writeString(folder.resolve("modules.json"), "[]");
        assertThat(models("info", folder.toString()).out()).contains("bert (sentence-transformers)");
        Files.writeString(folder.resolve("config.json"), "{\"architecture\": \"vit_base\"}");
        assertThat(models("info", folder.toString()).out()).contains("vit_base");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");
        assertThat(models("info", folder.toString()).out()).contains("unreadable config.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nlicense: mit\n---\n|mit",
                "---\nlicense: \"cc-by-4.0\" # ours\n---|cc-by-4.0",
                "---\nlicense:\n- mit\n- apache-2.0\ntags:\n- x\n---|mit, apache-2.0",
                "---\nlicense: other\nlicense_name: llama3\n---|llama3",
                "---\nlicense: other\n---|other",
                "\n---\r\nlicense: mit\r\n---|mit",
                "---\ntags: [a]\n---\nlicense: mit|unknown",
                "license: mit|unknown",
                "---\nlicense:\n---|unknown",
                "|unknown"
            })
    void theLicenceIsThatOfTheCard(String cardAndLicence) throws IOException {
        String[] parts = cardAndLicence.split("\\|", 2);
        Files.writeString(folder.resolve("README.md"), parts[0]);
        assertThat(FolderFacts.of(folder).licence()).isEqualTo(parts[1]);
    }

    @Test
    void theProgramReadsTheEnvironment() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dzsl4j.cache=" + folder.resolve("own"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Zsl.class.getName(),
                        "models",
                        "pull",
                        "owner/model")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        program.environment().keySet().removeIf(name -> name.startsWith("HF_") || name.contains("OFFLINE"));
        program.environment()
                .putAll(Map.of("HF_ENDPOINT", server.endpoint().toString(), "HF_HUB_CACHE", cache().toString()));
        assertThat(program.start().waitFor()).as(Files.readString(err)).isZero();
        assertThat(out).hasContent(snapshot().toString());
        assertThat(err).isEmptyFile();
    }
}
