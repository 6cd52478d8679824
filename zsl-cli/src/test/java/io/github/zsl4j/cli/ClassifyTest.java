package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyTest {

    private static final String LABELS = "cat,dog,astronaut,cup of coffee,motorcycle,rocket launch,temple,flower";

    @Test
    void showsARowForEveryLabelBestFirst() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", LABELS);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.lines()).hasSize(9);
        assertThat(result.lines().get(0)).isEqualTo(Cli.picture("cat.jpg"));
        assertThat(result.lines().get(1)).matches("  cat +\\d+\\.\\d %  \u2587+");
    }

    @Test
    void topShowsTheBestAndCountsTheRest() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", LABELS, "--top", "3");
        assertThat(result.lines()).hasSize(5);
        assertThat(result.lines().get(4)).contains("5 more").contains("--top");
    }

    @Test
    void jsonHasTheWholeRanking() {
        Cli.Result result = Cli.run("classify", Cli.picture("coffee.jpg"), "--labels", LABELS, "--json");
        assertThat(result.objects()).hasSize(1);
        JsonObject object = result.objects().get(0);
        assertThat(object.get("image").getAsString()).isEqualTo(Cli.picture("coffee.jpg"));
        JsonArray ranking = object.getAsJsonArray("ranking");
        assertThat(ranking).hasSize(8);
        assertThat(string(ranking, 0, "label")).isEqualTo("cup of coffee");
        double sum = StreamSupport.stream(ranking.spliterator(), false)
                .mapToDouble(e -> e.getAsJsonObject().get("probability").getAsDouble())
                .sum();
        // The library's promise for a ranking.
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    private static String string(JsonArray ranking, int index, String name) {
        return ranking.get(index).getAsJsonObject().get(name).getAsString();
    }

    @Test
    void topCutsJsonToo() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", LABELS, "--json", "--top", "2");
        assertThat(result.objects().get(0).getAsJsonArray("ranking")).hasSize(2);
    }

    @Test
    void csvCanBeReadBack() throws IOException {
        String labels = "cat,\"dog, or \"\"wolf\"\"\"";
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", labels, "--csv");
        List<CSVRecord> rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(result.out()))
                .getRecords();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).toMap()).containsOnlyKeys("image", "label", "probability", "score");
        assertThat(rows.get(0).get("label")).isEqualTo("cat");
        assertThat(Double.parseDouble(rows.get(0).get("probability"))).isBetween(0.5, 1.0);
        assertThat(rows.get(1).get("label")).isEqualTo("dog, or \"wolf\"");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsPaths() {
        Cli.Result result =
                Cli.run("classify", Cli.PICTURES.toString(), "--labels", LABELS, "--json", "--threads", "3");
        List<String> images = result.objects().stream()
                .map(o -> Path.of(o.get("image").getAsString()).getFileName().toString())
                .toList();
        assertThat(images).hasSize(8).isSorted().contains("cat.jpg", "temple.jpg");
    }

    @Test
    void theArgumentsKeepTheirOrder() {
        Cli.Result result = Cli.run(
                "classify", Cli.picture("temple.jpg"), Cli.picture("cat.jpg"), "--labels", "cat,temple", "--json");
        assertThat(result.objects())
                .extracting(o -> string(o.getAsJsonArray("ranking"), 0, "label"))
                .containsExactly("temple", "cat");
    }

    @Test
    void manyPicturesTakeOneAlignedRowEach() {
        Cli.Result result = Cli.run("classify", Cli.PICTURES.toString(), "--labels", LABELS);
        assertThat(result.lines()).hasSize(8);
        assertThat(result.lines())
                .extracting(line -> line.indexOf(" %"))
                .containsOnly(result.lines().get(0).indexOf(" %"));
        assertThat(result.lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void manyPicturesWithTopTakeATableEach() {
        Cli.Result result = Cli.run(
                "classify", Cli.picture("cat.jpg"), Cli.picture("temple.jpg"), "--labels", "cat,temple", "--top", "2");
        assertThat(result.lines()).hasSize(7);
        assertThat(result.lines().get(3)).isEmpty();
        assertThat(result.lines().get(4)).endsWith("temple.jpg");
    }

    @Test
    void aPatternIsExpanded() {
        Cli.Result result = Cli.run("classify", Cli.PICTURES + "/c*.jpg", "--labels", "cat,dog", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.objects()).hasSize(3);
    }

    @Test
    void aDashReadsThePictureFromStandardInput() throws IOException {
        byte[] cat = Files.readAllBytes(Cli.PICTURES.resolve("cat.jpg"));
        Cli.Result result = Cli.run(cat, "classify", "-", "--labels", "temple,cat", "--json");
        assertThat(result.objects().get(0).get("image").getAsString()).isEqualTo("-");
        assertThat(string(result.objects().get(0).getAsJsonArray("ranking"), 0, "label"))
                .isEqualTo("cat");
    }

    @Test
    void labelsComeFromAFileWithDescriptions(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("labels.txt"), "\uFEFFcat\n\nthing\ta hot drink in a cup\tcup of coffee\r\n");
        Cli.Result result = Cli.run("classify", Cli.picture("coffee.jpg"), "--labels-file", file.toString(), "--json");
        JsonArray ranking = result.objects().get(0).getAsJsonArray("ranking");
        assertThat(ranking).hasSize(2);
        assertThat(string(ranking, 0, "label")).isEqualTo("thing");
    }

    @Test
    void aChosenSenseChangesTheRanking() {
        Cli.Result bird = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "crane#bird,cat", "--json");
        Cli.Result machine = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "crane#n03126707,cat", "--json");
        assertThat(bird.code()).isZero();
        assertThat(machine.code()).isZero();
        assertThat(bird.out().replace("#bird", "")).isNotEqualTo(machine.out().replace("#n03126707", ""));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheAnswer() {
        String[] one = {"classify", Cli.PICTURES.toString(), "--labels", LABELS, "--json", "--threads", "1"};
        String[] four = {"classify", Cli.PICTURES.toString(), "--labels", LABELS, "--json", "--threads", "4"};
        assertThat(Cli.run(four).out()).isEqualTo(Cli.run(one).out());
    }

    @Test
    void explanationsComeFirstForAPerson() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "cat,dog", "--explain");
        assertThat(result.lines().get(0)).isEqualTo("cat");
        assertThat(result.out()).contains("senses").contains("n02121620");
        assertThat(result.out().indexOf("senses")).isLessThan(result.out().indexOf("cat.jpg"));
    }

    @Test
    void explanationsStayOutOfTheWayOfPrograms() {
        Cli.Result result = Cli.run("classify", Cli.picture("cat.jpg"), "--labels", "cat,dog", "--explain", "--json");
        assertThat(result.objects()).hasSize(1);
        assertThat(result.err()).contains("senses");
    }

    @Test
    void withoutUnicodeEverythingDrawnIsAscii() {
        Terminal ascii = new Terminal(false, false, false, 80);
        Cli.Result result = Cli.run(ascii, "classify", Cli.picture("cat.jpg"), "--labels", LABELS, "--top", "2");
        assertThat(result.out()).isASCII().contains("##########").contains("...");
    }
}
