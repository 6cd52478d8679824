package io.github.zsl4j.cli;

import io.github.zsl4j.classify.Ranking;
import java.util.List;

/** For a person: a table for each picture, one row a label. */
final class TableRankings implements Sink<Ranking> {

    private static final int LONGEST_BAR = 40;

    private final Program program;
    private final Output output;
    private final Look look;
    private final int top;
    private boolean started;

    TableRankings(Program program, int top) {
        this.program = program;
        this.output = program.output();
        this.look = new Look(program.terminal());
        this.top = top;
    }

    @Override
    public void success(String image, Ranking ranking) {
        StringBuilder table = new StringBuilder(started ? "\n" : "");
        table.append(Output.oneLine(image)).append('\n');
        List<Ranking.Entry> entries = ranking.top(top);
        int label = labelWidth(entries);
        entries.forEach(entry -> table.append(row(entry, label)));
        int more = ranking.entries().size() - entries.size();
        if (more > 0) {
            table.append("  ").append(look.more()).append(String.format(" %,d more; --top shows them%n", more));
        }
        started = true;
        output.text(table.toString());
    }

    private int labelWidth(List<Ranking.Entry> entries) {
        int widest = entries.stream()
                .mapToInt(e -> TextWidth.of(Output.oneLine(e.label())))
                .max()
                .orElse(0);
        return Math.min(widest, look.columns() / 2);
    }

    private String row(Ranking.Entry entry, int label) {
        int bar = Math.min(LONGEST_BAR, look.columns() - label - Look.PERCENT - 7);
        String row = "  " + look.cell(entry.label(), label) + "  " + look.percent(entry.probability()) + "  "
                + look.bar(entry.probability(), bar);
        return row.stripTrailing() + "\n";
    }

    @Override
    public void failure(String image, String problem) {
        program.complain(problem);
    }
}
