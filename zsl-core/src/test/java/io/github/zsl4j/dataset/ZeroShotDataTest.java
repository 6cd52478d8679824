package io.github.zsl4j.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroShotDataTest {

    private static final EmbeddingMatrix FEATURES =
            EmbeddingMatrix.of(EmbeddingSpace.of("f", 2), new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    private static final EmbeddingMatrix SEMANTICS =
            EmbeddingMatrix.of(EmbeddingSpace.of("s", 1), new float[] {1, 2, 3, 4});
    private static final int[] LABELS = {0, 1, 3, 3, 2, 0};
    private static final List<String> NAMES = List.of("ant", "bee", "cat", "dog");

    private static ZeroShotData data(
            List<Integer> trainval, List<Integer> seen, List<Integer> unseen, String... validation) {
        return ZeroShotData.of(
                new ZeroShotData.Examples(FEATURES, LABELS, SEMANTICS, NAMES),
                new Splits(trainval, seen, unseen, List.of(validation)));
    }

    @Test
    void knowsItsClasses() {
        ZeroShotData data = data(List.of(0, 1, 2), List.of(3, 5), List.of(4), "dog");
        assertThat(data.seenClasses()).containsExactly(0, 1, 3);
        assertThat(data.unseenClasses()).containsExactly(2);
        assertThat(data.validationClasses()).containsExactly(3);
        assertThat(data).hasToString("6 pictures of 4 classes (3 seen, 1 unseen)");
    }

    @Test
    void makesTrainingSetsOfTheClassesThatOccur() {
        TrainingSet set = data(List.of(0, 1, 2), List.of(3, 5), List.of(4)).trainingSet(2, 0);
        assertThat(set.classes()).isEqualTo(2);
        assertThat(set.labels()).containsExactly(1, 0);
        assertThat(set.semantics().row(1).toArray()).containsExactly(4);
        assertThat(set.features().row(0).toArray()).containsExactly(4, 5);
    }

    @Test
    void refusesUnseenClassesInTraining() {
        assertThatThrownBy(() -> data(List.of(0, 1, 2), List.of(), List.of(3, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The unseen class 'dog' occurs in trainval");
    }

    @Test
    void refusesSeenTestPicturesOfClassesThatWereNotTrainedWith() {
        assertThatThrownBy(() -> data(List.of(0, 1), List.of(2), List.of(4)))
                .hasMessageContaining("testSeen has pictures of 'dog'");
    }

    @Test
    void refusesRowsThatAreNoneOrNamedTwice() {
        assertThatThrownBy(() -> data(List.of(0, 6), List.of(), List.of(4)))
                .hasMessageContaining("trainval names row 6");
        assertThatThrownBy(() -> data(List.of(0, -1), List.of(), List.of(4))).hasMessageContaining("row -1");
        assertThatThrownBy(() -> data(List.of(0, 1), List.of(0), List.of(4)))
                .hasMessageContaining("testSeen names row 0");
    }

    @Test
    void refusesValidationClassesThatAreNotSeen() {
        assertThatThrownBy(() -> data(List.of(0, 1), List.of(), List.of(4), "cat"))
                .hasMessageContaining("'cat' is not one");
        assertThatThrownBy(() -> data(List.of(0, 1), List.of(), List.of(4), "cow"))
                .hasMessageContaining("'cow' is not one");
    }

    @Test
    void refusesExamplesThatDoNotFit() {
        assertThatThrownBy(() -> new ZeroShotData.Examples(FEATURES, new int[5], SEMANTICS, NAMES))
                .hasMessageContaining("6 rows of features but 5 labels");
        assertThatThrownBy(() -> new ZeroShotData.Examples(FEATURES, new int[] {0, 0, 0, 0, 0, 4}, SEMANTICS, NAMES))
                .hasMessageContaining("Label 5 is 4");
        assertThatThrownBy(() -> new ZeroShotData.Examples(FEATURES, LABELS, SEMANTICS, List.of("a", "b", "c", "a")))
                .hasMessageContaining("twice");
    }
}
