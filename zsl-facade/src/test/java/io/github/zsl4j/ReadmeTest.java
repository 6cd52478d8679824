package io.github.zsl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.classify.Ranking;
import org.junit.jupiter.api.Test;

/** The promise of the README, word for word. */
class ReadmeTest {

    @Test
    void recognisesACatInThreeLines() {
        try (var model = ZeroShot.load()) {
            var classifier = model.classifier("cat", "dog", "espresso cup");
            Ranking ranking = classifier.classify(Models.photo("cat"));
            assertThat(ranking.best().label()).isEqualTo("cat");
            assertThat(ranking.best().probability()).isGreaterThan(0.9);
        }
    }
}
