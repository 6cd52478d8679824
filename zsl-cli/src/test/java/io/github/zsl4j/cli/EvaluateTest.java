package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {

    @TempDir
    static Path folder;

    private static String data;

    @BeforeAll
    static void write() throws IOException {
        data = SmallBenchmark.write(folder).toString();
    }

    private static Cli.Result evaluate(String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"evaluate", "--data", data}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return Cli.run(Cli::none, args);
    }

    @Test
    void printsOneObjectAMethodInTheOrderGiven() {
        Cli.Result result = evaluate("--method", "eszsl,ridge", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.objects())
                .extracting(o -> o.get("method").getAsString())
                .containsExactly("eszsl", "ridge");
        for (JsonObject object : result.objects()) {
            double u = object.get("u").getAsDouble();
            double s = object.get("s").getAsDouble();
            assertThat(object.get("T1").getAsDouble()).isBetween(0.8, 1.0);
            assertThat(object.get("H").getAsDouble()).isCloseTo(2 * u * s / (u + s), within(1e-12));
            assertThat(object.get("AUSUC").getAsDouble()).isBetween(0.3, 1.0);
            assertThat(object.get("seconds").getAsDouble()).isPositive();
            assertThat(object.getAsJsonObject("oracle").get("H").getAsDouble())
                    .isGreaterThanOrEqualTo(object.get("H").getAsDouble());
        }
    }

    @Test
    void printsATable() {
        Cli.Result result = evaluate("--method", "ridge");
        assertThat(result.lines().get(0)).isEqualTo("160 pictures of 16 classes (11 seen, 5 unseen)");
        assertThat(result.lines().get(2)).startsWith("method").contains("T1", "AUSUC");
        assertThat(result.lines().get(3)).startsWith("ridge").contains("lambda=");
    }

    @Test
    void givesTheSameForTheSameSeed() {
        String once = evaluate("--method", "sae", "--json", "--seed", "3").out();
        String again = evaluate("--method", "sae", "--json", "--seed", "3").out();
        assertThat(withoutSeconds(again)).isEqualTo(withoutSeconds(once));
    }

    private static String withoutSeconds(String json) {
        return json.replaceAll("\"seconds\":[0-9.E-]+", "");
    }

    @Test
    void fixesOptions() {
        Cli.Result result =
                evaluate("--method", "ridge,eszsl", "--options", "lambda=7,alpha=5,features=STANDARDISE", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Ridge[lambda=7.0], features=STANDARDISE", "Eszsl[alpha=5.0");
    }

    @Test
    void writesAPage() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(evaluate("--method", "ridge", "--html", page.toString()).code())
                .isZero();
        assertThat(Files.readString(page)).contains("<td>ridge<td>", "data:image/png;base64,");
    }

    @Test
    void tellsWhichMethodsAndOptionsThereAre() {
        assertThat(evaluate("--method", "rigde").code()).isEqualTo(ExitCode.USAGE);
        assertThat(evaluate("--method", "rigde").err()).contains("no method 'rigde'", "ridge", "eszsl");
        assertThat(evaluate("--method", "ridge", "--options", "alpha=1").err())
                .contains("No option 'alpha'", "ridge has lambda");
        assertThat(evaluate("--method", "ridge", "--options", "lambda=-1").err())
                .contains("lambda must be at least 0");
        assertThat(evaluate("--method", "ridge", "--options", "lambda").err()).contains("name=value");
        assertThat(evaluate("--method", "ridge", "--options", "lambda=1,lambda=2")
                        .err())
                .contains("twice");
    }

    @Test
    void refusesDataThatWouldCheat() throws IOException {
        Path cheating = Files.createDirectory(folder.resolve("cheating"));
        SmallBenchmark.write(cheating);
        Path features = cheating.resolve("features.csv");
        Files.writeString(features, Files.readString(features).replaceFirst("testUnseen", "trainval"));
        Cli.Result result = Cli.run(Cli::none, "evaluate", "--data", cheating.toString(), "--method", "ridge");
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("features.csv", "'c11' occurs in trainval");
    }

    @Test
    void goesOnAfterAMethodThatFails() {
        Cli.Result result =
                evaluate("--method", "ridge,eszsl", "--options", "features=NONE,semantics=NONE,lambda=1e300", "--json");
        assertThat(result.objects())
                .extracting(o -> o.get("method").getAsString())
                .contains("eszsl");
    }

    @Test
    void needsAFolder() {
        Cli.Result result = Cli.run(
                Cli::none, "evaluate", "--data", folder.resolve("missing").toString());
        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).contains("missing", "no such folder");
        assertThat(Cli.run(Cli::none, "evaluate").code()).isEqualTo(ExitCode.USAGE);
    }
}
