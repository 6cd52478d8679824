package io.github.zsl4j.cli;

import io.github.zsl4j.classify.Ranking;
import org.apache.commons.csv.CSVFormat;

/** A row for every label of every picture; a picture that fails has no row and is named on standard error. */
final class CsvRankings implements Sink<Ranking> {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Program program;
    private final Output output;
    private final int top;

    CsvRankings(Program program, int top) {
        this.program = program;
        this.output = program.output();
        this.top = top;
        output.data("image,label,probability,score\n");
    }

    @Override
    public void success(String image, Ranking ranking) {
        StringBuilder rows = new StringBuilder();
        for (Ranking.Entry e : ranking.top(top)) {
            rows.append(FORMAT.format(image, e.label(), e.probability(), e.score()))
                    .append('\n');
        }
        output.data(rows.toString());
    }

    @Override
    public void failure(String image, String problem) {
        program.complain(problem);
    }
}
