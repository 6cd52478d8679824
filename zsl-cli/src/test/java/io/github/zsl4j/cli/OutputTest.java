package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void dataIsUtf8WhateverTheTerminalSpeaks() {
        new Output(new PrintStream(bytes, false, StandardCharsets.US_ASCII)).data("\u732B\n");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\u732B\n");
    }

    @Test
    void textIsInTheTerminalsEncoding() {
        new Output(new PrintStream(bytes, false, StandardCharsets.ISO_8859_1)).text("\u00e9");
        assertThat(bytes.toByteArray()).containsExactly(0xE9);
    }

    @Test
    void whatIsWrittenIsThereAtOnce() {
        Output output = new Output(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        output.text("a");
        assertThat(bytes.size()).isEqualTo(1);
        output.data("b");
        assertThat(bytes.size()).isEqualTo(2);
    }

    @Test
    void aMessageIsOneLineWithoutControlCharacters() {
        assertThat(Output.oneLine(" a\r\n  b\u001b[0m\tc ")).isEqualTo("a b?[0m?c");
    }
}
