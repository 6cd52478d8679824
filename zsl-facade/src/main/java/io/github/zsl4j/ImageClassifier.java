package io.github.zsl4j;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.classify.TemperatureScaling;
import io.github.zsl4j.classify.ZeroShotClassifier;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.evaluate.LabelledScores;
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
    private final Ranker ranker;
    private final ZeroShotClassifier<RgbImage> classifier;

    ImageClassifier(ZeroShotModel model, Ranker ranker) {
        this.model = model;
        this.ranker = ranker;
        this.classifier = ZeroShotClassifier.of(model.parts().images(), ranker);
    }

    @Override
    public List<String> labels() {
        return ranker.labels();
    }

    /**
     * This classifier with other probabilities: the ranking of single-prototype classes stays, and nothing is encoded again.
     * For a calibration fitted by {@link io.github.zsl4j.classify.TemperatureScaling} or
     * {@link io.github.zsl4j.classify.PlattScaling} on {@link #scores}.
     */
    public ImageClassifier withCalibration(Calibration calibration) {
        return new ImageClassifier(model, ranker.withCalibration(calibration));
    }

    /**
     * This classifier with probabilities that fit its hits and misses on some pictures: one temperature is fitted by maximum
     * likelihood. The pictures should be of the kind that will be classified, and not those that accuracy is measured on.
     *
     * <p><b>References:</b> Guo et al., "On calibration of modern neural networks", ICML 2017.
     *
     * @throws IllegalArgumentException if there is no picture, or one has a label that is not among the classifier's
     * @throws ZslException if one is not a picture that can be read
     */
    public ImageClassifier calibratedOn(List<LabelledImage> examples) {
        double start = ranker.calibration().scale();
        return withCalibration(TemperatureScaling.fit(scores(examples), start).calibration());
    }

    /**
     * The scores of pictures of which is known what they show, before calibration: what calibrations are fitted on, and
     * accuracy is measured with.
     *
     * @throws IllegalArgumentException if there is no picture, or one has a label that is not among the classifier's
     * @throws ZslException if one is not a picture that can be read
     */
    public LabelledScores scores(List<LabelledImage> examples) {
        int[] right = examples.stream().mapToInt(e -> index(e.label())).toArray();
        List<double[]> scores = new ArrayList<>(examples.size());
        try (Stream<Outcome<double[]>> outcomes =
                model.each(examples.stream().map(LabelledImage::image), this::scoresOf)) {
            outcomes.forEach(outcome -> scores.add(outcome.value()));
        }
        return LabelledScores.of(scores.toArray(double[][]::new), right);
    }

    private List<double[]> scoresOf(List<RgbImage> pictures) {
        return List.of(ranker.scores(model.parts().images().encodeAll(pictures)));
    }

    private int index(String label) {
        int index = labels().indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("The label '" + label + "' of an example is not among the classifier's");
        }
        return index;
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
        return model.each(images, classifier::classifyAll)
                .peek(outcome -> listener.progress(
                        done.incrementAndGet(), outcome.isSuccess() ? failed.get() : failed.incrementAndGet()));
    }
}
