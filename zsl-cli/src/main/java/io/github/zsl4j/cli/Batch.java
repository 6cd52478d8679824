package io.github.zsl4j.cli;

import io.github.zsl4j.Outcome;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes pictures through a computation and hands the results on in order, with a progress bar where it helps.
 *
 * @param <T> what is computed for a picture
 */
final class Batch<T> {

    private final Function<Stream<ImageSource>, Stream<Outcome<T>>> work;
    private final Sink<T> sink;
    private boolean failed;

    Batch(Function<Stream<ImageSource>, Stream<Outcome<T>>> work, Sink<T> sink) {
        this.work = work;
        this.sink = sink;
    }

    /** @return the exit code */
    int run(List<PictureItem> items, Program program) {
        Stream<ImageSource> sources = items.stream().map(PictureItem::source).flatMap(Optional::stream);
        try (Stream<Outcome<T>> outcomes = work.apply(sources);
                Progress progress = Progress.of(program, items.size())) {
            Iterator<Outcome<T>> results = outcomes.iterator();
            for (PictureItem item : items) {
                Runnable step = step(item, results);
                progress.step(step);
            }
        }
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    /** Waits for an item's result and gives what shows it. */
    private Runnable step(PictureItem item, Iterator<Outcome<T>> results) {
        if (item.problem().isPresent()) {
            return failure(item, item.problem().get());
        }
        Outcome<T> outcome = results.next();
        return outcome.failure()
                .map(failure -> failure(item, failure.getMessage()))
                .orElseGet(() -> () -> sink.success(item.name(), outcome.value()));
    }

    private Runnable failure(PictureItem item, String problem) {
        failed = true;
        return () -> sink.failure(item.name(), problem);
    }
}
