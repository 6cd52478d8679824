package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.Outcome;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final Program PROGRAM =
            new Program(InputStream.nullInputStream(), NOWHERE, NOWHERE, Terminal.NONE, Cli::none);

    private final List<String> shown = new ArrayList<>();

    private final Sink<Integer> sink = new Sink<>() {
        @Override
        public void success(String image, Integer value) {
            shown.add(image + "=" + value);
        }

        @Override
        public void failure(String image, String problem) {
            shown.add(image + "!" + problem);
        }
    };

    /** The length of a picture's name; "bad" cannot be read. */
    private static Outcome<Integer> length(ImageSource image) {
        return image.name().equals("bad")
                ? new Outcome<>(image, Optional.empty(), Optional.of(new ZslException("broken")))
                : new Outcome<>(image, Optional.of(image.name().length()), Optional.empty());
    }

    private int run(PictureItem... items) {
        return new Batch<>(sources -> sources.map(BatchTest::length), sink).run(List.of(items), PROGRAM);
    }

    private static PictureItem file(String name) {
        return PictureItem.of(Path.of(name));
    }

    @Test
    void resultsAndProblemsKeepTheOrderOfTheItems() {
        int code = run(file("a"), PictureItem.problem("folder", "empty"), file("bad"), file("bbb"));
        assertThat(code).isEqualTo(1);
        assertThat(shown).containsExactly("a=1", "folder!empty", "bad!broken", "bbb=3");
    }

    @Test
    void withoutFailureAllIsWell() {
        assertThat(run(file("a"), file("bb"))).isZero();
    }

    @Test
    void aProblemAloneIsAFailure() {
        assertThat(run(PictureItem.problem("folder", "empty"))).isEqualTo(1);
    }

    @Test
    void eachResultIsShownBeforeTheNextIsWaitedFor() {
        Batch<Integer> batch = new Batch<>(
                sources -> sources.map(source -> {
                    shown.add("work on " + source.name());
                    return length(source);
                }),
                sink);
        batch.run(List.of(file("a"), file("b")), PROGRAM);
        assertThat(shown).containsExactly("work on a", "a=1", "work on b", "b=1");
    }

    @Test
    void theWorkIsStoppedWhenNobodyReads() {
        AtomicBoolean stopped = new AtomicBoolean();
        Sink<Integer> closed = new Sink<>() {
            @Override
            public void success(String image, Integer value) {
                throw new Output.Closed();
            }

            @Override
            public void failure(String image, String problem) {}
        };
        Batch<Integer> batch = new Batch<>(
                sources -> {
                    Stream<Outcome<Integer>> outcomes = sources.map(BatchTest::length);
                    return outcomes.onClose(() -> stopped.set(true));
                },
                closed);
        assertThatThrownBy(() -> batch.run(List.of(file("a")), PROGRAM)).isInstanceOf(Output.Closed.class);
        assertThat(stopped).isTrue();
    }
}
