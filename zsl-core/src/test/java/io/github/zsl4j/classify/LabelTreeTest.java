package io.github.zsl4j.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTreeTest {

    private static final LabelTree TREE = LabelTree.parse(
            List.of("siamese\tcat", "cat\tanimal", "dog\tanimal", "animal", "vehicle", "car\tvehicle", "poodle\tdog"));

    @Test
    void knowsParentsChildrenAndDepths() {
        assertThat(TREE.roots()).containsExactly("animal", "vehicle");
        assertThat(TREE.children("animal")).containsExactly("cat", "dog");
        assertThat(TREE.children("car")).isEmpty();
        assertThat(TREE.parent("siamese")).contains("cat");
        assertThat(TREE.parent("animal")).isEmpty();
        assertThat(TREE.depth("animal")).isZero();
        assertThat(TREE.depth("poodle")).isEqualTo(2);
        assertThat(TREE.height()).isEqualTo(2);
        assertThat(TREE.path("siamese")).containsExactly("animal", "cat", "siamese");
        assertThat(TREE.path("vehicle")).containsExactly("vehicle");
    }

    @Test
    void listsLabelsByDepthInTheirOrder() {
        assertThat(TREE.labels()).containsExactly("animal", "vehicle", "cat", "dog", "car", "siamese", "poodle");
    }

    @Test
    void isTheSameFromAMapAndFromLines() {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("cat", "animal");
        parents.put("animal", "");
        LabelTree tree = LabelTree.of(parents);
        parents.put("dog", "animal");
        assertThat(tree.labels()).containsExactly("animal", "cat");
        assertThat(LabelTree.parse(List.of("cat\tanimal", "animal\t")).labels()).isEqualTo(tree.labels());
    }

    @Test
    void overlooksSpaceAndEmptyLines() {
        LabelTree tree = LabelTree.parse(List.of("", " espresso cup \t cup\r", "  ", "cup\r"));
        assertThat(tree.labels()).containsExactly("cup", "espresso cup");
    }

    private static void assertRefused(String message, String... lines) {
        assertThatThrownBy(() -> LabelTree.parse(List.of(lines)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesParentsThatAreNotInTheTree() {
        assertRefused("The parent 'animal' of 'cat' is not in the tree", "cat\tanimal");
        assertThatThrownBy(() -> LabelTree.of(Map.of("cat", "Animal", "animal", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Animal' of 'cat'");
    }

    @Test
    void refusesCycles() {
        assertRefused("The label 'a' has no root above it, only [a]", "a\ta");
        assertRefused("The label 'c' has no root above it, only [a, b]", "r", "c\ta", "a\tb", "b\ta");
        assertRefused("only [b, a], which are above each other", "a\tb", "b\ta");
    }

    @Test
    void refusesLabelsGivenTwice() {
        assertRefused("Line 3 gives the label 'cat' again", "animal", "cat\tanimal", "cat\tanimal");
        assertRefused("Line 2 gives the label 'animal' again", "animal", "animal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\tc", "\tb", " \tb", "a\tb\t"})
    void refusesLinesOfAnotherForm(String line) {
        assertRefused("Line 2 is not 'child TAB parent'", "b", line);
    }

    @Test
    void refusesNoLabelsAndBlankLabels() {
        assertRefused("A tree needs at least one label");
        assertRefused("A tree needs at least one label", " ");
        assertThatThrownBy(() -> LabelTree.of(Map.of(" ", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLabelsThatItDoesNotHave() {
        for (String label : List.of("lion", "")) {
            assertThatThrownBy(() -> TREE.path(label))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The label '" + label + "' is not in the tree");
            assertThatThrownBy(() -> TREE.children(label)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TREE.parent(label)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TREE.depth(label)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void cannotBeChangedFromOutside() {
        for (var view : List.of(TREE.labels(), TREE.roots(), TREE.children("animal"))) {
            assertThatThrownBy(view::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    /** No recursion: a chain of a hundred thousand labels, children first. */
    @Test
    void takesVeryDeepTrees() {
        List<String> lines = new ArrayList<>(List.of("0"));
        for (int i = 1; i < 100_000; i++) {
            lines.add(i + "\t" + (i - 1));
        }
        Collections.reverse(lines);
        LabelTree tree = LabelTree.parse(lines);
        assertThat(tree.height()).isEqualTo(99_999);
        assertThat(tree.path("99999")).hasSize(100_000).startsWith("0", "1");
    }
}
