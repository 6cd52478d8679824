package io.github.zsl4j.cli;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.cli.report.GalleryPage;
import io.github.zsl4j.collection.CollectionQuery;
import io.github.zsl4j.collection.CollectionQuery.Part;
import io.github.zsl4j.collection.CollectionSearch;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.vision.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds pictures. */
@Command(
        name = "search",
        description = "Finds the pictures of an index that fit a text, a picture, or both.",
        customSynopsis = "zsl search DIR [TEXT] [--image FILE]... [--minus TEXT]... [--top K] [--filter NAME=VALUE]..."
                + " [--hubs METHOD --bank FILE] [--json] [--html FILE] [--model DIR] ...")
final class SearchCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(index = "0", paramLabel = "DIR", description = "What 'zsl index --out DIR' has written.")
    private Path folder;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "What the pictures should show.")
    private String text;

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description =
                    "A picture that they should be similar to; with a text, both count. May be given several times.")
    private List<Path> images = List.of();

    @Option(names = "--minus", paramLabel = "TEXT", description = "What they should not show.")
    private List<String> unwanted = List.of();

    @Option(names = "--top", paramLabel = "K", description = "How many (default: 10).")
    private int top = 10;

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            description = "Only pictures with this: a --field of 'zsl index', or folder, name, sha256. All must hold.")
    private Map<String, String> filters = Map.of();

    @Option(names = "--json", description = "One JSON object a picture: image and score.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with small pictures.")
    private Path html;

    @Mixin
    private HubOptions hubs;

    @Mixin
    private AlignmentOption alignment;

    @Mixin
    private ModelArguments model;

    SearchCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        CollectionQuery query = query();
        if (top < 1) {
            throw new UsageException("--top must be at least 1, not " + top);
        }
        Optional<HubBank> bank = hubs.read();
        try (LuceneIndex index = IndexFolder.read(folder)) {
            Map<String, String> choice = index.properties();
            model.orElse(choice);
            alignment.orElse(choice);
            ModelOptions options = model.options();
            try (ZeroShotModel loaded = alignment.load(() -> model.load(program, options), options)) {
                IndexFolder.requireSame(folder, index, loaded);
                show(search(query, bank, loaded, index), loaded);
            }
        }
        return ExitCode.OK;
    }

    /** Some alignments can read only the classes that they were made with. */
    private List<Hit<String>> search(
            CollectionQuery query, Optional<HubBank> bank, ZeroShotModel loaded, LuceneIndex index) {
        try {
            CollectionSearch search = bank.map(texts -> texts.search(loaded, index, top))
                    .orElseGet(() -> new CollectionSearch(loaded, index));
            return search.search(query, top, filter());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private CollectionQuery query() {
        List<Part> parts = new ArrayList<>();
        try {
            Stream.ofNullable(text).forEach(wanted -> parts.add(new Part(Optional.of(wanted), Optional.empty(), 1)));
            images.forEach(file -> parts.add(new Part(Optional.empty(), Optional.of(ImageSource.of(file)), 1)));
            unwanted.forEach(other -> parts.add(new Part(Optional.of(other), Optional.empty(), -1)));
            return new CollectionQuery(parts);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    parts.isEmpty() && text == null
                            ? "Say what to search for: a text, or --image FILE"
                            : e.getMessage(),
                    e);
        }
    }

    private Filter filter() {
        return Filter.every(filters.entrySet().stream()
                .map(entry -> Filter.equal(entry.getKey(), entry.getValue()))
                .toArray(Filter[]::new));
    }

    private void show(List<Hit<String>> hits, ZeroShotModel loaded) {
        if (json) {
            HitOutput.json(program.output(), hits);
        } else {
            HitOutput.table(program, hits);
        }
        if (html != null) {
            write(GalleryPage.of(words(), hits, loaded.decoder()));
        }
    }

    private String words() {
        List<String> words = new ArrayList<>();
        Stream.ofNullable(text).forEach(words::add);
        images.forEach(file -> words.add("like " + file));
        unwanted.forEach(other -> words.add("not " + other));
        return String.join(", ", words);
    }

    private void write(String page) {
        try {
            Files.writeString(html, page);
        } catch (IOException e) {
            throw new ZslException("--html " + html + ": cannot be written (" + e + ")", e);
        }
    }
}
