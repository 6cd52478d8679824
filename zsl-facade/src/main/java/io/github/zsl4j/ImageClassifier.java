package io.github.zsl4j;

import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.classify.ZeroShotClassifier;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Ranks a fixed list of labels for pictures. Immutable, thread-safe and cheap to use again: nothing about the labels is
 * computed per picture. Works until its model is closed.
 */
public final class ImageClassifier implements ZeroShotClassifier<ImageSource> {

    private final ZeroShotModel model;
    private final ZeroShotClassifier<RgbImage> classifier;

    ImageClassifier(ZeroShotModel model, ZeroShotClassifier<RgbImage> classifier) {
        this.model = model;
        this.classifier = classifier;
    }

    @Override
    public List<String> labels() {
        return classifier.labels();
    }

    /**
     * Ranks the labels for a picture in a file.
     *
     * @throws ZslException if it is not a picture that can be read
     * @throws IllegalStateException if the model is closed
     */
    public Ranking classify(Path image) {
        return classify(ImageSource.of(image));
    }

    /**
     * Ranks the labels for a picture from anywhere.
     *
     * @throws ZslException if it is not a picture that can be read
     * @throws IllegalStateException if the model is closed
     */
    @Override
    public Ranking classify(ImageSource image) {
        return classifier.classify(model.decoder().decode(image));
    }

    /**
     * All or nothing; see {@link #classifyEach} for many pictures of which some may be broken.
     *
     * @throws ZslException if one is not a picture that can be read
     * @throws IllegalStateException if the model is closed
     */
    @Override
    public List<Ranking> classifyAll(List<? extends ImageSource> images) {
        List<Ranking> rankings = new ArrayList<>(images.size());
        try (Stream<Outcome<Ranking>> outcomes = classifyEach(images.stream().map(ImageSource.class::cast))) {
            outcomes.forEach(outcome -> rankings.add(outcome.value()));
        }
        return rankings;
    }

    /**
     * Ranks the labels for any number of pictures on all workers of the model. Results come lazily in the order of the
     * pictures, a broken picture as a failure; only a few pictures per worker are in memory at a time. Close the stream
     * to stop early.
     *
     * @throws IllegalStateException from the result stream, if the model is closed
     */
    public Stream<Outcome<Ranking>> classifyEach(Stream<ImageSource> images) {
        return classifyEach(images, ProgressListener.NONE);
    }

    /** As {@link #classifyEach(Stream)}, and tells {@code listener} after each result. */
    public Stream<Outcome<Ranking>> classifyEach(Stream<ImageSource> images, ProgressListener listener) {
        AtomicLong done = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        return model.each(images, this::classify)
                .peek(outcome -> listener.progress(
                        done.incrementAndGet(), outcome.isSuccess() ? failed.get() : failed.incrementAndGet()));
    }
}
