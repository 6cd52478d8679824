package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.classify.Ranking;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTablesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Program program(Terminal terminal) {
        return new Program(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                Cli::none);
    }

    private static Ranking ranking(String... labels) {
        double[] scores = new double[labels.length];
        double[] probabilities = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            scores[i] = -i;
            probabilities[i] = i == 0 ? 0.75 : 0.25 / (labels.length - 1);
        }
        return Ranking.of(List.of(labels), scores, probabilities);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTableIsAlignedAndItsBarsAreInProportion() {
        Terminal ascii = new Terminal(false, false, false, 80);
        new TableRankings(program(ascii), 10).success("a.jpg", ranking("cat", "espresso"));
        assertThat(text())
                .isEqualTo(String.join(
                        "\n",
                        List.of(
                                "a.jpg",
                                "  cat        75.0 %  " + "#".repeat(30),
                                "  espresso   25.0 %  " + "#".repeat(10),
                                "")));
    }

    @Test
    void aNarrowTerminalIsNotOverrun() {
        Terminal narrow = new Terminal(true, false, false, 40);
        String longLabel = "a label that is quite a lot longer than the terminal is wide";
        new TableRankings(program(narrow), 10).success("a.jpg", ranking(longLabel, "b"));
        assertThat(text().lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(40));
    }

    @Test
    void tablesAreSeparatedByABlankLine() {
        TableRankings tables = new TableRankings(program(Terminal.NONE), 1);
        tables.success("a.jpg", ranking("cat"));
        tables.success("b.jpg", ranking("cat"));
        assertThat(text().lines().toList()).hasSize(5).element(2).isEqualTo("");
    }

    @Test
    void rowsKeepTheEndOfLongNames() {
        String name = "a/very/long/path/to/a/folder/that/nobody/would/want/to/type/cat.jpg";
        RowRankings rows = new RowRankings(program(Terminal.NONE), List.of(name), List.of("cat", "x".repeat(99)));
        rows.success(name, ranking("cat", "x".repeat(99)));
        assertThat(text()).contains("type/cat.jpg  cat ").contains("75.0 %");
        assertThat(TextWidth.of(text().stripTrailing())).isLessThanOrEqualTo(80);
    }

    @Test
    void failuresGoToStandardErrorInOneLine() {
        new RowRankings(program(Terminal.NONE), List.of("a"), List.of("b")).failure("a", "a: first\nsecond");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("zsl: a: first second\n");
        assertThat(text()).isEmpty();
    }
}
