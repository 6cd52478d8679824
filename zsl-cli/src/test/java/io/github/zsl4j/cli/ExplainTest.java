package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class ExplainTest {

    @Test
    void tellsTheSensesAndHowToChooseOne() {
        Cli.Result result = Cli.run("explain", "--labels", "crane");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("n02012849").contains("wading bird").containsPattern("crane#n\\d{8}, ");
        assertThat(result.lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void aChosenSenseIsTheOnlyOne() {
        JsonObject reading =
                Cli.run("explain", "--labels", "crane#bird", "--json").objects().get(0);
        assertThat(reading.getAsJsonArray("senses")).hasSize(1);
    }

    @Test
    void jsonHasEverything() {
        JsonObject reading =
                Cli.run("explain", "--labels", "animal", "--json").objects().get(0);
        assertThat(reading.keySet()).containsExactly("label", "texts", "senses", "relatives", "members");
        assertThat(reading.get("members").getAsInt()).isGreaterThan(100);
        JsonObject sense = reading.getAsJsonArray("senses").get(0).getAsJsonObject();
        assertThat(sense.keySet()).containsExactly("part", "id", "words", "gloss", "weight");
    }

    @Test
    void aHypernymSaysHowMuchItCovers() {
        assertThat(Cli.run("explain", "--labels", "animal").out()).contains("covers");
    }

    @Test
    void anUnknownWordSaysSo() {
        assertThat(Cli.run("explain", "--labels", "qwzx").out()).contains("none known");
    }

    @Test
    void anUnknownSenseIsWrongUsage() {
        Cli.Result result = Cli.run("explain", "--labels", "crane#n00000001");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1);
    }
}
