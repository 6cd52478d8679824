package io.github.zsl4j.cli;

import io.github.zsl4j.classify.Ranking;
import java.util.Collection;

/** For a person with many pictures: one row a picture with its best label. */
final class RowRankings implements Sink<Ranking> {

    private static final int SHORTEST_BAR = 8;
    private static final int LONGEST_BAR = 20;
    private static final int GAPS = 6;

    private final Program program;
    private final Output output;
    private final Look look;
    private final int name;
    private final int label;
    private final int bar;

    /**
     * @param images whose names share a column
     * @param labels that share a column
     */
    RowRankings(Program program, Collection<String> images, Collection<String> labels) {
        this.program = program;
        this.output = program.output();
        this.look = new Look(program.terminal());
        int room = look.columns() - Look.PERCENT - GAPS - 1 - SHORTEST_BAR;
        this.label = Math.min(widest(labels), room * 2 / 5);
        this.name = Math.min(widest(images), room - label);
        this.bar = Math.min(LONGEST_BAR, SHORTEST_BAR + room - label - name);
    }

    private static int widest(Collection<String> texts) {
        return texts.stream().map(Output::oneLine).mapToInt(TextWidth::of).max().orElse(0);
    }

    @Override
    public void success(String image, Ranking ranking) {
        Ranking.Entry best = ranking.best();
        String row = look.path(image, name) + "  " + look.cell(best.label(), label) + "  "
                + look.percent(best.probability()) + "  " + look.bar(best.probability(), bar);
        output.text(row.stripTrailing() + "\n");
    }

    @Override
    public void failure(String image, String problem) {
        program.complain(problem);
    }
}
