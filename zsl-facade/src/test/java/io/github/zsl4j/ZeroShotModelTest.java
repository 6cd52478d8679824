package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.vision.image.ImageLimits;
import io.github.zsl4j.vision.image.ImageSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZeroShotModelTest {

    private final ZeroShotModel model = Models.shared();

    @Test
    void putsPicturesAndTextsInOneSpace() {
        Embedding cat = model.embed(ImageSource.of(Models.photo("cat")));
        Embedding word = model.embed("tabby cat");
        Embedding other = model.embed("motorcycle");
        assertThat(cat.space()).isEqualTo(word.space());
        assertThat(Similarity.COSINE.between(cat, word)).isGreaterThan(Similarity.COSINE.between(cat, other));
    }

    @Test
    void doesNotNormaliseVectors() {
        assertThat(model.embed(ImageSource.of(Models.photo("cat"))).norm()).isGreaterThan(1.5);
        assertThat(model.embed("goldfish").norm()).isBetween(0.98, 1.0);
    }

    @Test
    void embedsManyPicturesWithOneBroken() {
        List<Outcome<Embedding>> outcomes = model.embedEach(
                        Stream.of(ImageSource.of(Models.photo("cat")), ImageSource.of(new byte[0], "empty.jpg")))
                .toList();
        assertThat(outcomes.get(0).value()).isEqualTo(model.embed(ImageSource.of(Models.photo("cat"))));
        assertThat(outcomes.get(1).isSuccess()).isFalse();
    }

    @Test
    void tellsWhatALabelWasReadAs() {
        var reading = model.explain(ClassDescription.ofLabels("dog", "zorblax")).get(0);
        assertThat(reading.senses().get(0).id()).isEqualTo("n02084071");
        assertThat(reading.senses().get(0).weight()).isEqualTo(1.0);
        assertThat(reading.texts()).hasSize(2);
        assertThat(reading.relatives()).hasSize(5);
        assertThat(reading.members()).isEqualTo(118);
    }

    @Test
    void tellsThatALabelIsUnknown() {
        var reading = model.explain(ClassDescription.ofLabels("zorblax")).get(0);
        assertThat(reading.senses()).isEmpty();
        assertThat(reading.members()).isZero();
    }

    @Test
    void hasACardWithSourcesAndChecksums() {
        assertThat(model.card().sources()).anyMatch(s -> s.licence().contains("Apache-2.0"));
        assertThat(model.card().files()).allMatch(f -> f.sha256().matches("[0-9a-f]{64}"));
        assertThat(model.card().limits()).isNotEmpty();
    }

    @Test
    void refusesWorkOnceClosedAndMayBeClosedTwice() {
        ZeroShotModel own = ZeroShot.load();
        ImageClassifier classifier = own.classifier("cat", "dog");
        own.close();
        own.close();
        assertThatThrownBy(() -> classifier.classify(Models.photo("cat"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> own.classifier("cat")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> classifier
                        .classifyEach(Stream.of(ImageSource.of(Models.photo("cat"))))
                        .toList())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void checksItsOptions() {
        assertThatThrownBy(() -> ModelOptions.defaults().withWorkers(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelOptions.defaults().withThreadsPerCall(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ModelOptions.defaults().withLimits(ImageLimits.defaults()).workers())
                .isPositive();
    }
}
