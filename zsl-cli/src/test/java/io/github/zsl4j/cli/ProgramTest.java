package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "classify --help", "explain --help", "embed --help", "models info --help"})
    void everyCommandHasHelp(String arguments) {
        Cli.Result result = Cli.run(Cli::none, arguments.split(" "));
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: zsl").isASCII();
        assertThat(result.err()).isEmpty();
        assertThat(result.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void tellsItsVersion() {
        assertThat(Cli.run(Cli::none, "--version").out()).startsWith("zsl ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "models",
                "classify",
                "classify --labels cat",
                "classify a.jpg --labels cat --json --csv",
                "classify a.jpg --labels cat --top 0",
                "classify a.jpg --labels cat --top many",
                "classify a.jpg --labels cat --threads 0",
                "classify a.jpg --labels cat --engine pytorch",
                "classify a.jpg --labels cat --engine tensorflow",
                "classify a.jpg --labels cat --variant fp16",
                "classify a.jpg --labels cat --device moon",
                "classify a.jpg --labels cat --batch 0",
                "classify a.jpg --labels cat --templates nothing",
                "classify a.jpg --labels cat --templates {}{}",
                "classify a.jpg --labels cat --model hf:no-owner",
                "classify a.jpg --labels cat --labels dog",
                "classify a.jpg --labels cat --unknown",
                "classify a.jpg --labels",
                "classify [ --labels cat",
                "explain"
            })
    void wrongUsageIsOneLineBeforeAModelIsLoaded(String arguments) {
        Cli.Result result = Cli.run(Cli::none, arguments.split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).startsWith("zsl: ").contains("--help");
    }

    @Test
    void noArgumentsSayWhatThereIs() {
        Cli.Result result = Cli.run(Cli::none);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("classify");
    }

    @Test
    void aMistypedOptionIsCorrected() {
        assertThat(Cli.run(Cli::none, "classify", "a.jpg", "--lables", "x").err())
                .contains("--labels");
    }

    @Test
    void theModelsCardHasSourcesLicencesChecksumsAndLimits() {
        String card = Cli.run("models", "info").out();
        assertThat(card).contains("EfficientNet", "Apache-2.0", "WordNet", "Limits", "English");
        assertThat(card).containsPattern("[0-9a-f]{64}  image-encoder\\.onnx");
    }

    @Test
    void theModelsCardIsThereForPrograms() {
        var card = Cli.run("models", "info", "--json").objects().get(0);
        assertThat(card.keySet()).contains("name", "version", "sources", "files", "limits");
    }

    @Test
    void aClosedPipeEndsTheProgramQuietly() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        for (String format : new String[] {"--json", "--csv", "--explain"}) {
            assertThat(classify(new PrintStream(failing("Broken pipe")), err, format))
                    .isEqualTo(141);
        }
        StandardOutput known = new StandardOutput(failing("Broken pipe"), StandardCharsets.UTF_8);
        assertThat(classify(known, err, "--json")).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFullDiskIsAFailureThatIsTold() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StandardOutput full = new StandardOutput(failing("No space left on device"), StandardCharsets.UTF_8);
        assertThat(classify(full, err, "--csv")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("zsl: The results cannot be written: No space left on device");
    }

    private static int classify(PrintStream out, OutputStream err, String format) {
        Program program =
                new Program(InputStream.nullInputStream(), out, new PrintStream(err), Terminal.NONE, Cli::model);
        return Zsl.run(program, "classify", Cli.PICTURES.toString(), "--labels", "cat,dog", format);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void canBeCalledFromAProgramWithAModelOfItsOwn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"classify", Cli.picture("cat.jpg"), "--labels", "cat,dog", "--csv", "--top", "1"};
        int code = Zsl.run(args, new PrintStream(out), new PrintStream(err));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("cat.jpg,cat,0.99");
    }
}
