package io.github.zsl4j.cli;

import io.github.zsl4j.ClassifierOptions;
import io.github.zsl4j.ImageClassifier;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.prototype.ClassDescription;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks labels for pictures. */
@Command(
        name = "classify",
        description = "Ranks labels for pictures.",
        customSynopsis = "zsl classify PICTURES... (--labels A,B,C | --labels-file FILE) [--top K] [--json | --csv]"
                + " [--explain] [--model DIR] [--alignment FILE] [--templates T] [--threads N] ...")
final class ClassifyCommand implements Callable<Integer> {

    /** So many labels of a picture fit on a screen. */
    private static final int SCREEN = 10;

    private final Program program;

    @Parameters(
            arity = "1..*",
            paramLabel = "PICTURES",
            description = "Files, folders (with all that is in them), patterns such as 'photos/**/*.jpg', or - for"
                    + " standard input.")
    private List<String> pictures;

    @Mixin
    private LabelOptions labels;

    @Option(names = "--top", paramLabel = "K", description = "Show the K best labels of each picture.")
    private Integer top;

    @Option(names = "--json", description = "One JSON object a picture: image and ranking, or image and error.")
    private boolean json;

    @Option(names = "--csv", description = "A row a label: image,label,probability,score. Errors: standard error.")
    private boolean csv;

    @Option(
            names = "--explain",
            description = "First tell how each label was understood (with --json and --csv: on standard error).")
    private boolean explain;

    @Mixin
    private AlignmentOption alignment;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ModelArguments model;

    ClassifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        requireSense();
        List<ClassDescription> classes =
                alignment.isGiven() && !labels.areGiven() ? alignment.classes() : labels.read();
        ModelOptions options = model.options();
        ClassifierOptions read = reading.options();
        List<PictureItem> items = new PictureFinder(program.in()).find(pictures);
        try (ZeroShotModel loaded = alignment.load(() -> model.load(program, options), options)) {
            ImageClassifier classifier = classifier(loaded, classes, read);
            explain(loaded, classes);
            return new Batch<>(classifier::classifyEach, sink(items, classifier.labels())).run(items, program);
        }
    }

    private void requireSense() {
        if (json && csv) {
            throw new UsageException("--json and --csv exclude each other");
        }
        if (top != null && top < 1) {
            throw new UsageException("--top must be at least 1, not " + top);
        }
    }

    private static ImageClassifier classifier(
            ZeroShotModel model, List<ClassDescription> classes, ClassifierOptions options) {
        try {
            return model.classifier(classes, options);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void explain(ZeroShotModel loaded, List<ClassDescription> classes) {
        if (explain) {
            String text = new ReadingText(new Look(program.terminal())).of(loaded.explain(classes));
            new Output(json || csv ? program.err() : program.out()).text(text + "\n");
        }
    }

    private Sink<Ranking> sink(List<PictureItem> items, List<String> shownLabels) {
        int all = top == null ? Integer.MAX_VALUE : top;
        if (json) {
            return new JsonRankings(program.output(), all);
        }
        if (csv) {
            return new CsvRankings(program, all);
        }
        if (items.size() > 1 && (top == null || top == 1)) {
            List<String> names = items.stream().map(PictureItem::name).toList();
            return new RowRankings(program, names, shownLabels);
        }
        return new TableRankings(program, top == null ? SCREEN : top);
    }
}
