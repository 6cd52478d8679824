package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.prototype.ClassDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelListTest {

    private static List<String> labels(String list) {
        return LabelList.parse(list).stream().map(ClassDescription::label).toList();
    }

    @Test
    void commasSeparate() {
        assertThat(labels("cat,dog,espresso cup")).containsExactly("cat", "dog", "espresso cup");
    }

    @Test
    void spacesAroundLabelsAndEmptyPlacesDoNotCount() {
        assertThat(labels(" cat , ,dog,")).containsExactly("cat", "dog");
    }

    @Test
    void quotesKeepACommaInALabel() {
        assertThat(labels("cat, \"cup, with saucer\" ,dog")).containsExactly("cat", "cup, with saucer", "dog");
    }

    @Test
    void aBackslashKeepsACommaInALabel() {
        assertThat(labels("cat,cup\\, with saucer")).containsExactly("cat", "cup, with saucer");
    }

    @Test
    void anApostropheIsALetter() {
        assertThat(labels("potter's wheel,cat")).containsExactly("potter's wheel", "cat");
    }

    @Test
    void linesSeparateToo() {
        assertThat(labels("cat\ndog,bird")).containsExactly("cat", "dog", "bird");
    }

    @Test
    void textBehindAQuotedLabelIsRefused() {
        assertThatThrownBy(() -> labels("\"cat\" x,dog"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("quote");
    }
}
