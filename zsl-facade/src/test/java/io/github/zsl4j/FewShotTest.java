package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.fewshot.LinearProbe;
import io.github.zsl4j.fewshot.TipAdapter;
import io.github.zsl4j.fewshot.TipAdapterF;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.vision.image.ImageSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FewShotTest {

    private static final List<LabelledImage> EXAMPLES = Crops.labelled(3);

    private final ZeroShotModel model = Models.shared();
    private final FewShot fewShot = model.fewShot(EXAMPLES);

    private static void assertKnowsAllThings(ImageClassifier classifier, double atLeast) {
        for (String photo : Crops.THINGS) {
            Ranking ranking = classifier.classify(Crops.crop(photo, 4));
            assertThat(ranking.best().label()).isEqualTo(Crops.name(photo));
            assertThat(ranking.best().probability()).as(photo).isGreaterThan(atLeast);
        }
    }

    @Test
    void learnsClassesFromThreePicturesEach() {
        ImageClassifier classifier = model.classifierFromExamples(EXAMPLES);
        assertThat(classifier.labels()).containsExactly("thing 1", "thing 2", "thing 3", "thing 4", "thing 5");
        assertKnowsAllThings(classifier, 0.9);
    }

    /** Negative control: a picture of something else is not a sure hit. */
    @Test
    void isLessSureOfWhatItHasNotSeen() {
        ImageClassifier classifier = model.classifierFromExamples(EXAMPLES);
        double flower = classifier.classify(Models.photo("flower")).best().score();
        double cat = classifier.classify(Models.photo("cat")).best().score();
        assertThat(flower).isLessThan(cat - 0.3);
    }

    @Test
    void learnsFromOnePictureEach() {
        ImageClassifier classifier = model.classifierFromExamples(Crops.ofOneCropEach("cat", "temple"));
        assertThat(classifier.classify(Models.photo("cat")).best().label()).isEqualTo("cat");
        assertThat(classifier.classify(Models.photo("temple")).best().label()).isEqualTo("temple");
    }

    @Test
    void mixesExamplesAndLabels() {
        ImageClassifier classifier =
                model.fewShot(Crops.labelled(3)).with("flower", "astronaut").classifier();
        assertThat(classifier.labels())
                .startsWith("flower", "astronaut", "thing 1")
                .hasSize(7);
        assertThat(classifier.classify(Models.photo("flower")).best().label()).isEqualTo("flower");
        assertThat(classifier.classify(Models.photo("cat")).best().label()).isEqualTo("thing 1");
    }

    @Test
    void knowsAClassByPicturesAndWords() {
        List<LabelledImage> cups = List.of(new LabelledImage(Crops.crop("coffee", 0), "mine"));
        ImageClassifier classifier = model.fewShot(cups)
                .with(List.of(ClassDescription.of("mine", "a cup of coffee"), ClassDescription.of("rocket")))
                .classifier();
        assertThat(classifier.labels()).containsExactly("mine", "rocket");
        assertThat(classifier.classify(Models.photo("coffee")).best().label()).isEqualTo("mine");
        assertThat(classifier.classify(Models.photo("rocket")).best().label()).isEqualTo("rocket");
    }

    @Test
    void putsACacheBesideLabels() {
        FewShot named = model.fewShot(Crops.ofOneCropEach("cat", "temple", "rocket"));
        assertThat(named.tipAdapter().classify(Models.photo("rocket")).best().label())
                .isEqualTo("rocket");
        FewShot described = fewShot.with("thing 1", "thing 2", "thing 3", "thing 4", "thing 5");
        assertKnowsAllThings(described.tipAdapter(), 0.5);
        assertKnowsAllThings(described.tipAdapter(TipAdapterF.of(new TipAdapter(50, 5))), 0.5);
        assertThatThrownBy(() -> fewShot.with("thing 1").tipAdapter()).hasMessageContaining("'thing 2' has examples");
    }

    @Test
    void probesLinearly() {
        assertKnowsAllThings(fewShot.linearProbe(), 0.5);
        assertKnowsAllThings(fewShot.linearProbe(LinearProbe.of(0.001)), 0.5);
    }

    @Test
    void takesARankerOfOnesOwn() {
        var space = model.parts().space();
        Ranker constant =
                Ranker.of(List.of("always", "never"), space, x -> new double[][] {{1, 0}}, Calibration.softmax(1));
        assertThat(model.classifier(constant)
                        .classify(Models.photo("cat"))
                        .best()
                        .label())
                .isEqualTo("always");
        assertThat(fewShot.examples().size()).isEqualTo(15);
    }

    @Test
    void namesAllBrokenPictures() {
        List<LabelledImage> some = new ArrayList<>(EXAMPLES);
        some.add(1, new LabelledImage(ImageSource.of(new byte[3], "first.jpg"), "thing 1"));
        some.add(LabelledImage.of("thing 9", Path.of("missing.jpg")));
        assertThatThrownBy(() -> model.fewShot(some))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("2 of 17 examples")
                .hasMessageContaining("first.jpg")
                .hasMessageContaining("missing.jpg");
        List<LabelledImage> many = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            many.add(LabelledImage.of("x", Path.of("missing" + i + ".jpg")));
        }
        assertThatThrownBy(() -> model.fewShot(many)).hasMessageContaining("and 2 more");
    }

    @Test
    void refusesNoExamples() {
        assertThatThrownBy(() -> model.classifierFromExamples(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
    }

    @Test
    void takesLabelsFromFolders(@TempDir Path folder) throws Exception {
        for (String photo : List.of("cat", "temple")) {
            Path home = Files.createDirectories(folder.resolve(photo + "s").resolve("deep"));
            Files.copy(Models.photo(photo), home.resolve("1.jpg"));
        }
        Files.createDirectory(folder.resolve(".hidden"));
        Files.copy(Models.photo("rocket"), folder.resolve(".hidden").resolve("1.jpg"));
        Files.copy(Models.photo("rocket"), folder.resolve("loose.jpg"));
        List<LabelledImage> found = LabelledImage.inSubfoldersOf(folder);
        assertThat(found).extracting(LabelledImage::label).containsExactly("cats", "temples");
        ImageClassifier classifier = model.classifierFromExamples(found);
        assertThat(classifier.classify(Models.photo("cat")).best().label()).isEqualTo("cats");
    }
}
