package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.collection.IndexedPicture;
import io.github.zsl4j.collection.IndexingOptions;
import io.github.zsl4j.collection.IndexingReport;
import io.github.zsl4j.collection.PictureIndexer;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.model.JointModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes pictures searchable. */
@Command(
        name = "index",
        description =
                "Keeps an index in step with pictures, for 'zsl search'. Pictures that it has already are not encoded"
                        + " again, so a run that was stopped goes on where it was.",
        customSynopsis = "zsl index PICTURES... --out DIR [--prune] [--field NAME=VALUE]... [--json] [--model DIR]"
                + " [--alignment FILE] ...")
final class IndexCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "PICTURES", description = "Files, folders or patterns as for classify.")
    private List<String> pictures;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the index.")
    private Path out;

    @Option(names = "--prune", description = "Also remove pictures of these folders whose files are gone.")
    private boolean prune;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description = "Store this with each picture, for 'zsl search --filter'; may be given several times.")
    private Map<String, String> fields = Map.of();

    @Option(
            names = "--commit-every",
            paramLabel = "N",
            description = "Pictures that are lost at most when the run is killed (default: 500, or those of 20 s).")
    private Integer commitEvery;

    @Option(
            names = "--json",
            description = "One JSON object a picture: image and change (added, updated, unchanged, removed), once it is"
                    + " safe; or image and error.")
    private boolean json;

    @Mixin
    private AlignmentOption alignment;

    @Mixin
    private ModelArguments model;

    IndexCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        IndexingOptions options = indexing();
        List<PictureItem> items = new PictureFinder(program.in()).find(pictures);
        if (IndexFolder.isIndex(out)) {
            Map<String, String> choice = IndexFolder.properties(out);
            model.orElse(choice);
            alignment.orElse(choice);
        }
        ModelOptions modelOptions = model.options();
        try (ZeroShotModel loaded = alignment.load(() -> model.load(program, modelOptions), modelOptions);
                LuceneIndex index = open(loaded.parts())) {
            return index(items, index, new PictureIndexer(loaded, index, options));
        }
    }

    private IndexingOptions indexing() {
        if (pictures.contains("-")) {
            throw new UsageException("An index keeps the paths of files; standard input (-) has none");
        }
        IndexingOptions options = IndexingOptions.defaults().withMetadata(file -> fields);
        if (commitEvery != null && commitEvery < 1) {
            throw new UsageException("--commit-every must be at least 1, not " + commitEvery);
        }
        return commitEvery == null ? options : options.withCommitEvery(commitEvery);
    }

    private LuceneIndex open(JointModel parts) {
        LuceneIndex index = IndexFolder.open(out, parts);
        Map<String, String> choice = new HashMap<>(model.choice());
        choice.putAll(alignment.choice());
        if (!index.properties().equals(choice)) {
            index.setProperties(choice);
            index.commit();
        }
        return index;
    }

    private int index(List<PictureItem> items, LuceneIndex index, PictureIndexer indexer) {
        List<PictureItem> missing =
                items.stream().filter(item -> item.problem().isPresent()).toList();
        IndexOutput output = new IndexOutput(program, json);
        missing.forEach(item -> output.failure(item.name(), item.problem().orElseThrow()));
        IndexingReport report = files(items, indexer, output);
        List<IndexedPicture> removed = prune ? prune(indexer) : List.of();
        output.removed(removed);
        output.summary(report.progress(), missing.size(), removed.size(), index.size());
        return missing.isEmpty() && report.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private IndexingReport files(List<PictureItem> items, PictureIndexer indexer, IndexOutput output) {
        List<Path> files = items.stream()
                .filter(item -> item.problem().isEmpty())
                .map(item -> Path.of(item.name()))
                .toList();
        try (Progress progress = Progress.of(program, files.size())) {
            return indexer.index(files, output.with(progress));
        }
    }

    /** Of what was named: a pattern names no folder. */
    private List<IndexedPicture> prune(PictureIndexer indexer) {
        List<IndexedPicture> removed = new ArrayList<>();
        for (String argument : pictures) {
            if (!Glob.isGlob(argument) && Files.isDirectory(Path.of(argument))) {
                removed.addAll(indexer.removeVanished(Path.of(argument)));
            }
        }
        return removed;
    }
}
