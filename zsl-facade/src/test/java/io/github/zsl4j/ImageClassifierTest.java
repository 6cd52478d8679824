package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.vision.image.ImageSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageClassifierTest {

    private final ZeroShotModel model = Models.shared();

    @Test
    void prefersAnAnimalForACatButTheDogForADogList() {
        Path cat = Models.photo("cat");
        assertThat(model.classifier("animal", "vehicle", "food")
                        .classify(cat)
                        .best()
                        .label())
                .isEqualTo("animal");
        assertThat(model.classifier("animal", "cat", "vehicle")
                        .classify(cat)
                        .best()
                        .label())
                .isEqualTo("cat");
    }

    @Test
    void givesTheSameAnswerForTheSamePictureFromAnySource() throws Exception {
        ImageClassifier classifier = model.classifier("cat", "dog");
        Path file = Models.photo("cat");
        byte[] bytes = Files.readAllBytes(file);
        Ranking expected = classifier.classify(file);
        assertThat(classifier.classify(ImageSource.of(file.toUri()))).isEqualTo(expected);
        assertThat(classifier.classify(ImageSource.of(bytes, "bytes"))).isEqualTo(expected);
        assertThat(classifier.classify(ImageSource.of(new ByteArrayInputStream(bytes), "stream")))
                .isEqualTo(expected);
        assertThat(classifier.classify(ImageSource.of(ImageIO.read(file.toFile()), "buffered")))
                .isEqualTo(expected);
    }

    @Test
    void sumsProbabilitiesToOneAndKeepsEveryLabel() {
        Ranking ranking = model.classifier("cat", "dog", "猫", "🐈", "x").classify(Models.photo("cat"));
        assertThat(ranking.entries()).hasSize(5);
        assertThat(ranking.entries().stream()
                        .mapToDouble(Ranking.Entry::probability)
                        .sum())
                .isBetween(1 - 1e-6, 1 + 1e-6);
    }

    @Test
    void givesASingleLabelAllTheProbability() {
        assertThat(model.classifier("banana")
                        .classify(Models.photo("cat"))
                        .best()
                        .probability())
                .isEqualTo(1.0);
    }

    @Test
    void letsDescriptionsStandForAnUnknownName() {
        List<ClassDescription> classes = List.of(
                ClassDescription.of("Zorblax", "a small domesticated feline with soft fur", "a tabby cat"),
                ClassDescription.of("Quuxmobile", "a motor vehicle with two wheels"));
        ImageClassifier classifier = model.classifier(classes);
        assertThat(classifier.classify(Models.photo("cat")).best().label()).isEqualTo("Zorblax");
        assertThat(classifier.classify(Models.photo("motorcycle")).best().label())
                .isEqualTo("Quuxmobile");
    }

    @Test
    void readsALabelAsTheSenseThatIsNamed() {
        Ranking ranking = model.classifier("mouse#n02330245", "mouse#n03793489").classify(Models.photo("cat"));
        assertThat(ranking.best().label()).isEqualTo("mouse#n02330245");
    }

    @Test
    void classifiesByExamplesAlone() {
        EmbeddingMatrix examples = model.parts()
                .images()
                .encodeAll(List.of(
                        model.decoder().decode(ImageSource.of(Models.photo("cat"))),
                        model.decoder().decode(ImageSource.of(Models.photo("coffee")))));
        ImageClassifier classifier = model.classifier(Prototypes.ofExamples(List.of("mine", "yours"), examples));
        assertThat(classifier.classify(Models.photo("cat")).best().label()).isEqualTo("mine");
    }

    @Test
    void refusesPrototypesOfAnotherSpace() {
        EmbeddingSpace other = EmbeddingSpace.of("other", 2);
        Prototypes prototypes = Prototypes.of(List.of("a"), EmbeddingMatrix.of(other, new float[] {1, 0}));
        assertThatThrownBy(() -> model.classifier(prototypes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different spaces");
    }

    @Test
    void refusesNoBlankAndDuplicateLabels() {
        assertThatThrownBy(model::classifier).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.classifier("cat", " ")).hasMessageContaining("blank");
        assertThatThrownBy(() -> model.classifier("cat", "dog", "cat")).hasMessageContaining("'cat' is given twice");
    }

    @Test
    void takesAVeryLongLabelAndAThousandLabels() {
        assertThat(model.classifier("cat", "dog ".repeat(1250)).labels()).hasSize(2);
        String[] many =
                Stream.iterate(0, i -> i + 1).limit(1000).map(i -> "thing " + i).toArray(String[]::new);
        assertThat(model.classifier(many).classify(Models.photo("cat")).entries())
                .hasSize(1000);
    }

    @Test
    void keepsTheOrderOfManyPicturesAndReportsBrokenOnes() {
        ImageClassifier classifier = model.classifier("cat", "motorcycle", "temple");
        ImageSource broken = ImageSource.of("no picture".getBytes(StandardCharsets.UTF_8), "broken.jpg");
        List<ImageSource> images = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            images.add(ImageSource.of(Models.photo("cat")));
            images.add(broken);
            images.add(ImageSource.of(Models.photo("temple")));
        }
        List<String> progress = new ArrayList<>();
        List<Outcome<Ranking>> outcomes = classifier
                .classifyEach(images.stream(), (done, failed) -> progress.add(done + "/" + failed))
                .toList();
        for (int i = 0; i < 18; i += 3) {
            assertThat(outcomes.get(i).value().best().label()).isEqualTo("cat");
            assertThat(outcomes.get(i + 1).failure().orElseThrow()).hasMessageContaining("broken.jpg");
            assertThat(outcomes.get(i + 2).value().best().label()).isEqualTo("temple");
        }
        assertThat(progress).hasSize(18).startsWith("1/0", "2/1", "3/1").endsWith("18/6");
    }

    @Test
    void failsAsAWholeWhereAllIsAsked() {
        ImageClassifier classifier = model.classifier("cat", "dog");
        ImageSource cat = ImageSource.of(Models.photo("cat"));
        assertThat(classifier.classifyAll(List.of(cat, cat))).hasSize(2);
        ImageSource missing = ImageSource.of(Path.of("missing.jpg"));
        assertThatThrownBy(() -> classifier.classifyAll(List.of(cat, missing)))
                .isInstanceOf(ZslException.class)
                .hasMessageContaining("missing.jpg");
    }

    @Test
    void isThreadSafe() throws Exception {
        ImageClassifier classifier = model.classifier("cat", "dog", "temple");
        Ranking expected = classifier.classify(Models.photo("temple"));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Ranking>> results = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                results.add(pool.submit(() -> classifier.classify(Models.photo("temple"))));
            }
            for (Future<Ranking> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
