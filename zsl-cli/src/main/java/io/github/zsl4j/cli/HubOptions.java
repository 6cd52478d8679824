package io.github.zsl4j.cli;

import io.github.zsl4j.hubness.Csls;
import io.github.zsl4j.hubness.HubCorrection;
import io.github.zsl4j.hubness.InvertedSoftmax;
import io.github.zsl4j.hubness.QbNorm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How hits are corrected for hubs. */
final class HubOptions {

    /** As in the papers; 30 is the scale of the inverted softmax in the program of the authors of CSLS, MUSE. */
    private static final Csls CSLS = new Csls(10);

    private static final InvertedSoftmax INVERTED_SOFTMAX = new InvertedSoftmax(30);
    private static final QbNorm QB_NORM = new QbNorm(20);

    @Option(
            names = "--hubs",
            paramLabel = "METHOD",
            description = "Correct scores for hubs, pictures that nearly every text finds: csls, inverted-softmax or"
                    + " qb-norm. The scores shown are the corrected ones.")
    private String method;

    @Option(
            names = "--bank",
            paramLabel = "FILE",
            description = "For --hubs: other texts, one a line (UTF-8), such as earlier searches. What many of them"
                    + " find counts less.")
    private Path bank;

    /** @throws UsageException if the options are not right, or the file cannot be read */
    Optional<HubBank> read() {
        if (method == null && bank == null) {
            return Optional.empty();
        }
        if (method == null) {
            throw new UsageException("--bank is for --hubs; add --hubs csls, inverted-softmax or qb-norm");
        }
        HubCorrection correction = named(method);
        if (bank == null) {
            throw new UsageException("--hubs needs other texts to tell hubs by: --bank FILE, one text a line");
        }
        List<String> texts = TextFile.lines(bank, "text");
        if (texts.isEmpty()) {
            throw new UsageException(bank + " has no text, it is empty; write some other searches into it, one a line");
        }
        return Optional.of(new HubBank(correction, texts));
    }

    private static HubCorrection named(String name) {
        return switch (name) {
            case "csls" -> CSLS;
            case "inverted-softmax" -> INVERTED_SOFTMAX;
            case "qb-norm" -> QB_NORM;
            default -> throw new UsageException("--hubs must be csls, inverted-softmax or qb-norm, not " + name);
        };
    }
}
