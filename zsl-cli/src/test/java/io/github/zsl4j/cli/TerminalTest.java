package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @AfterEach
    void clear() {
        System.clearProperty("zsl.columns");
        System.clearProperty("zsl.stderr.tty");
    }

    @Test
    void isNoTerminalUnlessTheLauncherSaysSo() {
        assertThat(Terminal.ofSystem().showsErrors()).isFalse();
        System.setProperty("zsl.stderr.tty", "true");
        assertThat(Terminal.ofSystem().showsErrors()).isTrue();
    }

    @Test
    void widthsStayReasonable() {
        assertThat(new Terminal(true, true, true, 3).columns()).isEqualTo(40);
        assertThat(new Terminal(true, true, true, 500).columns()).isEqualTo(120);
    }

    @Test
    void aWidthThatIsNoNumberIsIgnored() {
        System.setProperty("zsl.columns", "wide");
        assertThat(Terminal.ofSystem().columns()).isEqualTo(80);
    }
}
