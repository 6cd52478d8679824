package io.github.zsl4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {

    private static final int LENGTH = 200_000;

    @TempDir
    private Path folder;

    private Path file;

    /** Both ways of writing. */
    enum Way {
        SHARED {
            @Override
            void write(Path file, AtomicFile.Content content) throws IOException {
                AtomicFile.write(file, content);
            }
        },
        DURABLY {
            @Override
            void write(Path file, AtomicFile.Content content) throws IOException {
                AtomicFile.writeDurably(file, content);
            }
        };

        abstract void write(Path file, AtomicFile.Content content) throws IOException;
    }

    @BeforeEach
    void name() {
        file = folder.resolve("file");
    }

    @AfterEach
    void nothingElseIsLeft() {
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void makesAFileAndReplacesIt(Way way) throws IOException {
        way.write(file, out -> out.write(filled(1)));
        assertThat(file).hasBinaryContent(filled(1));
        way.write(file, out -> out.write(2));
        assertThat(file).hasBinaryContent(new byte[] {2});
    }

    @ParameterizedTest
    @EnumSource
    void theOldContentIsThereUntilTheNewOneIsWhole(Way way) throws IOException {
        way.write(file, out -> out.write(1));
        way.write(file, out -> {
            out.write(filled(2));
            out.flush();
            assertThat(file).hasBinaryContent(new byte[] {1});
        });
        assertThat(file).hasBinaryContent(filled(2));
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsHalfWayLeavesTheOldContent(Way way) throws IOException {
        way.write(file, out -> out.write(1));
        IOException full = new IOException("disk full");
        IllegalStateException fault = new IllegalStateException("a fault");
        assertThatThrownBy(() -> way.write(file, out -> {
                    out.write(filled(2));
                    throw full;
                }))
                .isSameAs(full);
        assertThatThrownBy(() -> way.write(file, out -> {
                    throw fault;
                }))
                .isSameAs(fault);
        assertThatThrownBy(() -> way.write(folder.resolve("none").resolve("file"), out -> out.write(1)))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedThreadWritesToo(Way way) throws IOException {
        Thread.currentThread().interrupt();
        try {
            way.write(file, out -> out.write(filled(1)));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasBinaryContent(filled(1));
    }

    @Test
    void whatACrashHasLeftIsReplaced() throws IOException {
        Files.write(folder.resolve("file.new"), filled(7));
        AtomicFile.writeDurably(file, out -> out.write(1));
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    @Test
    void writersSideBySideDoNotMix() throws IOException {
        IntStream.range(1, 40).parallel().forEach(i -> {
            try {
                AtomicFile.write(file, out -> out.write(filled(i)));
                byte[] seen = Files.readAllBytes(file);
                assertThat(seen).isEqualTo(filled(seen[0]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
