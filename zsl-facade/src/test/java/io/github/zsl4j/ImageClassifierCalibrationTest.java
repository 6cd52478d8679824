package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Confidence;
import io.github.zsl4j.classify.LabelTree;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.classify.Rejection;
import io.github.zsl4j.classify.TemperatureScaling;
import io.github.zsl4j.evaluate.LabelledScores;
import io.github.zsl4j.vision.image.ImageException;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Probabilities fitted to pictures, answers withheld, and labels with parents. */
class ImageClassifierCalibrationTest {

    private static final List<LabelledImage> EXAMPLES = Stream.of(
                    example("cat", "cat"),
                    example("motorcycle", "motorcycle"),
                    example("flower", "flower"),
                    example("rocket", "temple"), // a wrong one: without it nothing holds the temperature back
                    example("coffee", "cup of coffee"))
            .toList();

    private final ImageClassifier classifier =
            Models.shared().classifier("cat", "motorcycle", "flower", "temple", "cup of coffee", "rocket");

    private static LabelledImage example(String photo, String label) {
        return new LabelledImage(ImageSource.of(Models.photo(photo)), label);
    }

    @Test
    void scoresPicturesBeforeCalibration() {
        LabelledScores scores = classifier.scores(EXAMPLES);
        Ranking cat = classifier.classify(Models.photo("cat"));
        assertThat(scores.rows()).isEqualTo(5);
        assertThat(scores.score(0, 0)).isCloseTo(cat.best().score(), within(1e-6));
        assertThat(scores.topAccuracy(1)).isEqualTo(0.8);
    }

    @Test
    void fitsItsProbabilitiesToHitsAndMisses() {
        ImageClassifier fitted = classifier.calibratedOn(EXAMPLES);
        double before = nll(classifier);
        double after = nll(fitted);
        assertThat(after).isLessThan(before);
        assertThat(fitted.classify(Models.photo("cat")).best().label()).isEqualTo("cat");
        assertThat(after)
                .isCloseTo(
                        TemperatureScaling.fit(classifier.scores(EXAMPLES), 10).nllAfter(), within(1e-6));
    }

    private static double nll(ImageClassifier classifier) {
        return EXAMPLES.stream()
                .mapToDouble(e -> classifier.classify(e.image()).entries().stream()
                        .filter(entry -> entry.label().equals(e.label()))
                        .mapToDouble(entry -> -Math.log(entry.probability()))
                        .sum())
                .average()
                .orElseThrow();
    }

    @Test
    void keepsScoresWhenProbabilitiesChange() {
        Ranking sharp = classifier.classify(Models.photo("cat"));
        Ranking flat = classifier.withCalibration(Calibration.softmax(1e-6)).classify(Models.photo("cat"));
        assertThat(flat.best().score()).isEqualTo(sharp.best().score());
        assertThat(flat.best().probability()).isCloseTo(1 / 6d, within(1e-5));
    }

    @Test
    void refusesALabelThatItDoesNotHave() {
        assertThatThrownBy(() -> classifier.scores(List.of(example("cat", "dog"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'dog'");
    }

    @Test
    void refusesAPictureThatIsNone() {
        LabelledImage broken = new LabelledImage(ImageSource.of(new byte[3], "broken.jpg"), "cat");
        assertThatThrownBy(() -> classifier.scores(List.of(EXAMPLES.get(0), broken)))
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("broken.jpg");
    }

    @Test
    void withholdsAnAnswerForWhatItDoesNotKnow() {
        ImageClassifier few = Models.shared().classifier("cat", "motorcycle", "flower");
        List<Ranking> known = rankings(few, "cat", "motorcycle", "flower");
        List<Ranking> unknown = rankings(few, "temple", "coffee", "rocket", "cameraman");
        Confidence confidence = Confidence.maximumScore();
        Rejection rejection = Rejection.admitting(0, confidence, unknown);
        assertThat(unknown).noneMatch(ranking -> rejection.decide(ranking).accepted());
        assertThat(known).allMatch(ranking -> rejection.decide(ranking).accepted());
        assertThat(rejection.decide(known.get(0)).answer().orElseThrow().label())
                .isEqualTo("cat");
    }

    private static List<Ranking> rankings(ImageClassifier classifier, String... photos) {
        return Stream.of(photos)
                .map(photo -> classifier.classify(Models.photo(photo)))
                .toList();
    }

    @Test
    void addsProbabilitiesUpAlongATree() {
        LabelTree tree = LabelTree.parse(List.of(
                "living",
                "cat\tliving",
                "flower\tliving",
                "thing",
                "motorcycle\tthing",
                "temple\tthing",
                "cup of coffee\tthing",
                "rocket\tthing"));
        Ranking ranking = classifier.classify(Models.photo("flower"));
        var levels = tree.rank(ranking);
        assertThat(levels.probability("living") + levels.probability("thing")).isCloseTo(1, within(1e-9));
        assertThat(levels.bestPath().get(0).label()).isEqualTo("living");
        assertThat(levels.probability("living"))
                .isCloseTo(levels.probability("cat") + levels.probability("flower"), within(1e-12));
    }
}
