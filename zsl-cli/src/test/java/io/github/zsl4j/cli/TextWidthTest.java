package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextWidthTest {

    @Test
    void asciiTakesAColumnEach() {
        assertThat(TextWidth.of("cat")).isEqualTo(3);
    }

    @Test
    void chineseAndEmojiTakeTwo() {
        assertThat(TextWidth.of("\u732B")).isEqualTo(2);
        assertThat(TextWidth.of("\uD83D\uDC31")).isEqualTo(2);
    }

    @Test
    void anAccentOfItsOwnTakesNone() {
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void joinedEmojiCountOnce() {
        assertThat(TextWidth.of("\uD83D\uDC69\u200D\uD83D\uDD2C")).isEqualTo(2);
    }

    @Test
    void shortTextIsFilledUp() {
        assertThat(TextWidth.fit("cat", 5, "~")).isEqualTo("cat  ");
    }

    @Test
    void longTextIsCutWithAMark() {
        assertThat(TextWidth.fit("espresso", 5, "~")).isEqualTo("espr~");
    }

    @Test
    void aWideCharacterIsNotCutInHalf() {
        assertThat(TextWidth.fit("\u732B\u732B\u732B", 4, "~")).isEqualTo("\u732B~ ");
    }

    @Test
    void ofAPathTheEndIsKept() {
        assertThat(TextWidth.fitEnd("folder/cat.jpg", 8, "~")).isEqualTo("~cat.jpg");
    }

    @Property(tries = 300)
    void everyTextFitsExactly(@ForAll String text, @ForAll @IntRange(min = 3, max = 30) int columns) {
        String printable = Output.oneLine(text);
        assertThat(TextWidth.of(TextWidth.fit(printable, columns, "..."))).isEqualTo(columns);
        assertThat(TextWidth.of(TextWidth.fitEnd(printable, columns, "..."))).isEqualTo(columns);
    }
}
