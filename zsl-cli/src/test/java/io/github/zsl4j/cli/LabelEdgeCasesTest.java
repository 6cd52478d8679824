package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelEdgeCasesTest {

    private static Cli.Result refused(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "classify";
        args[1] = Cli.picture("cat.jpg");
        System.arraycopy(options, 0, args, 2, options.length);
        Cli.Result result = Cli.run(Cli::none, args);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        return result;
    }

    private static List<String> ranked(String labels) {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", labels, "--json");
        assertThat(result.code()).as(result.err()).isZero();
        JsonObject object = result.objects().get(0);
        return object.getAsJsonArray("ranking").asList().stream()
                .map(e -> e.getAsJsonObject().get("label").getAsString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,"})
    void noLabelsAreRefusedBeforeAModelIsLoaded(String labels) {
        assertThat(refused("--labels", labels).err()).contains("name at least one class");
    }

    @Test
    void missingLabelsAreRefused() {
        assertThat(refused().err()).contains("--labels \"cat,dog\"");
    }

    @Test
    void duplicatesAreRefused() {
        assertThat(refused("--labels", "cat,dog,cat").err()).contains("'cat' is given twice");
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThat(refused("--labels", "cat,\"dog").err()).contains("quote");
    }

    @Test
    void labelsFromBothPlacesAreRefused() {
        assertThat(refused("--labels", "cat", "--labels-file", "x").err()).contains("exclude each other");
    }

    @Test
    void anUnknownSenseIsRefused() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "crane#n00000001,cat");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("crane").hasLineCount(1);
    }

    @Test
    void oneLabelIsCertain() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "dog");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("100.0 %");
    }

    @Test
    void emojiAndChineseAreLabels() {
        assertThat(ranked("cat,\uD83D\uDC31,\u732B")).containsExactlyInAnyOrder("cat", "\uD83D\uDC31", "\u732B");
    }

    @Test
    void wideLabelsDoNotBreakTheTable() {
        Cli.Result result = Cli.run(
                "classify", Cli.picture("cat.jpg"), "--labels", "cat,\u732B\u732B\u732B\u732B,\uD83D\uDC31 cat");
        assertThat(result.lines().subList(1, 4))
                .extracting(line -> TextWidth.of(line.substring(0, line.indexOf(" %"))))
                .containsOnly(17);
    }

    @Test
    void aVeryLongLabelIsReadAndShownCut() {
        String label = "very ".repeat(999) + "long";
        assertThat(ranked("cat," + label)).contains(label);
        Cli.Result table = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "cat," + label);
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "cat,\u001b[2Jdog");
        assertThat(result.out()).doesNotContain("\u001b");
    }

    @Test
    void thousandsOfLabelsAreRankedAndTheBestShown(@TempDir Path folder) throws IOException {
        String labels = IntStream.range(0, 2000).mapToObj(i -> "thing " + i).collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("labels.txt"), labels + "\ncat\n");
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels-file", file.toString());
        assertThat(result.lines()).hasSize(12);
        assertThat(result.lines().get(1)).startsWith("  cat ");
        assertThat(result.lines().get(11)).contains("1,991 more");
    }
}
