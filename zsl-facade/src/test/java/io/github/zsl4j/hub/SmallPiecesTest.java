package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checksums, sizes and rates. */
class SmallPiecesTest {

    /** As {@code printf 'hello\n' | git hash-object --stdin} and {@code sha256sum} give them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce013625030ba8dba906f756967f9e9ca394464a",
                "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
            })
    void checksumsAreThoseOfGitAndOfLfs(String hex, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "hello\n");
        Checksum checksum = Checksum.ofEtag("\"" + hex + "\"").orElseThrow();
        assertThat(checksum.matches(file)).isTrue();
        Files.writeString(file, "hello");
        assertThat(checksum.matches(file)).isFalse();
    }

    @Test
    void anEmptyFileHasAChecksum(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(new Checksum("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391").matches(file))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "W/\"ce013625030ba8dba906f756967f9e9ca394464a\", true",
        "CE013625030BA8DBA906F756967F9E9CA394464A, true",
        "\"ce01\", false",
        "\"../../../../etc/ce013625030ba8dba906f756967f9e9ca394464a\", false",
        "ce013625030ba8dba906f756967f9e9ca394464a-2, false",
        "'', false"
    })
    void anEtagIsAChecksumOrNothing(String etag, boolean isChecksum) {
        assertThat(Checksum.ofEtag(etag).isPresent()).isEqualTo(isChecksum);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999951, 1.0 MB",
        "351600000, 351.6 MB",
        "2500000000, 2.5 GB",
        "9223372036854775807, 9.2 EB"
    })
    void sizesAreShort(long bytes, String text) {
        assertThat(ByteSize.text(bytes)).isEqualTo(text);
    }

    @Test
    void theRateFollowsTheLastSeconds() {
        AtomicLong now = new AtomicLong();
        List<DownloadProgress> heard = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(heard::add, 100_000_000, now::get);
        meter.begin("model.onnx", 5_000_000);
        for (int second = 0; second < 10; second++) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            meter.received(1_000_000);
        }
        assertThat(last(heard)).isEqualTo(new DownloadProgress("model.onnx", 15_000_000, 100_000_000, 1_000_000));
        for (int second = 0; second < 20; second++) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            meter.received(3_000_000);
        }
        assertThat(last(heard).bytesPerSecond()).isCloseTo(3_000_000, Percentage.withPercentage(1));
    }

    @Test
    void thousandsOfSmallPiecesAreToldNowAndThen() {
        AtomicLong now = new AtomicLong();
        List<DownloadProgress> heard = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(heard::add, 10_000, now::get);
        meter.begin("model.onnx", 0);
        for (int i = 0; i < 10_000; i++) {
            now.addAndGet(TimeUnit.MICROSECONDS.toNanos(100)); // a second in all
            meter.received(1);
        }
        assertThat(heard).hasSizeBetween(5, 11);
    }

    @Test
    void aFileThatStartsAgainIsCountedOnce() {
        List<DownloadProgress> heard = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(heard::add, 30, () -> 0);
        meter.skip("a", 10);
        meter.begin("b", 15);
        meter.rewind(0);
        meter.received(20);
        meter.end(20);
        assertThat(heard).extracting(DownloadProgress::done).containsExactly(10L, 30L);
    }

    private static DownloadProgress last(List<DownloadProgress> heard) {
        return heard.get(heard.size() - 1);
    }
}
