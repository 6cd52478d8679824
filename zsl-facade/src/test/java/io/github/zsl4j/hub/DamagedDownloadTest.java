package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that break, bytes that change, leftovers that do not fit. */
class DamagedDownloadTest extends HubTest {

    private String cdn(String name) {
        return FakeHub.sha256(hub.content(name));
    }

    private static byte[] head(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    @Test
    void goesOnWhereAConnectionBroke() throws IOException {
        hub.fault("GET", cdn(VISION), FakeHub.dropAfter(100_000));
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(2);
        String range = hub.downloads(VISION).get(1).header("Range");
        assertThat(range).matches("bytes=\\d+-").isNotEqualTo("bytes=0-");
        assertThat(machine.pauses).hasSize(1);
    }

    @Test
    void goesOnAsOftenAsSomethingArrives() throws IOException {
        for (int i = 0; i < 12; i++) {
            hub.fault("GET", cdn(VISION), (exchange, content) -> {
                String range = exchange.getRequestHeaders().getFirst("Range");
                int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
                exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-/" + content.length);
                exchange.sendResponseHeaders(206, content.length - from);
                exchange.getResponseBody().write(content, from, 10_000);
                exchange.getResponseBody().flush();
            });
        }
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(13);
        assertThat(machine.pauses).allSatisfy(p -> assertThat(p.toMillis()).isEqualTo(500));
    }

    @Test
    void givesUpWhenNothingArrivesAnyMoreAndKeepsWhatIsThere() throws IOException {
        hub.fault("GET", cdn(VISION), FakeHub.dropAfter(100_000));
        for (int i = 0; i < 10; i++) {
            hub.fault("GET", cdn(VISION), FakeHub.status(503));
        }
        assertThat(failure()).contains("owner/model: cannot be downloaded", "503", "5 times");
        assertThat(partial(VISION)).isNotEmptyFile();
    }

    @Test
    void goesOnWithWhatAnEarlierProcessLeft() throws IOException {
        leave(VISION, head(hub.content(VISION), 123_456));
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(1);
        assertThat(hub.downloads(VISION).get(0).header("Range")).isEqualTo("bytes=123456-");
    }

    @Test
    void downloadsNothingWhenAllIsThereButItsName() throws IOException {
        leave(VISION, hub.content(VISION));
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).isEmpty();
    }

    @Test
    void startsAgainWhenTheServerIgnoresRanges() throws IOException {
        hub.ignoreRanges();
        leave(VISION, head(hub.content(VISION), 123_456));
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(1);
    }

    @Test
    void startsAgainWhenMoreIsThereThanTheFileHas() throws IOException {
        leave(VISION, new byte[400_000]);
        assertComplete(pull());
    }

    @Test
    void startsAgainWhenTheServerKnowsNoSuchRange() throws IOException {
        leave(VISION, head(hub.content(VISION), 1000));
        hub.fault("GET", cdn(VISION), FakeHub.status(416));
        assertComplete(pull());
        assertThat(hub.downloads(VISION)).hasSize(2);
        assertThat(hub.downloads(VISION).get(1).header("Range")).isNull();
    }

    @Test
    void startsAgainWhenTheServerSendsAnotherRange() throws IOException {
        leave(VISION, head(hub.content(VISION), 1000));
        hub.fault("GET", cdn(VISION), (exchange, content) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5000-/" + content.length);
            exchange.sendResponseHeaders(206, content.length - 5000);
            exchange.getResponseBody().write(content, 5000, content.length - 5000);
        });
        assertComplete(pull());
    }

    @Test
    void removesWhatHasAnotherSha256() throws IOException {
        byte[] spoiled = hub.content(VISION).clone();
        spoiled[200_000] ^= 1;
        leave(VISION, spoiled);
        assertThat(failure()).contains("owner/model: " + VISION, "SHA-256", cdn(VISION), "removed");
        assertThat(partial(VISION)).doesNotExist();
        assertThat(repository().resolve("snapshots/" + FakeHub.COMMIT + "/" + VISION))
                .doesNotExist();
        assertComplete(pull());
    }

    @Test
    void removesWhatHasAnotherGitSha1() throws IOException {
        hub.fault("GET", "tokenizer.json", (exchange, content) -> {
            byte[] spoiled = content.clone();
            spoiled[3] ^= 1;
            exchange.sendResponseHeaders(200, spoiled.length);
            exchange.getResponseBody().write(spoiled);
        });
        assertThat(failure()).contains("tokenizer.json", "Git SHA-1", "removed");
        assertThat(leftovers()).isEmpty();
        assertComplete(pull());
    }

    @Test
    void stopsAServerThatSendsWithoutEnd() throws IOException {
        hub.fault("GET", "tokenizer.json", (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0); // of unknown length
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });
        assertThat(failure()).contains("tokenizer.json", "more than", "removed");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void triesAgainWhenTheServerStalls() throws IOException {
        hub.fault("GET", cdn(VISION), (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 50_000);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(20_000); // interrupted when the test ends
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        HubOptions impatient = hub.options(cache).withTimeout(java.time.Duration.ofMillis(400));
        assertComplete(client(impatient).pull(FakeHub.MODEL, FileSelection.defaults(), DownloadListener.NONE));
        assertThat(hub.downloads(VISION).get(1).header("Range")).isEqualTo("bytes=50000-");
    }

    @Test
    void replacesALinkThatLeadsNowhere() throws IOException {
        var pointer = repository().resolve("snapshots/" + FakeHub.COMMIT + "/config.json");
        Files.createDirectories(pointer.getParent());
        Files.createSymbolicLink(pointer, java.nio.file.Path.of("../../blobs/gone"));
        assertComplete(pull());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void askingAgainHelpsAgainstStatus(int status) throws IOException {
        for (String method : new String[] {"HEAD", "GET"}) {
            hub.fault(method, "config.json", FakeHub.status(status));
        }
        hub.fault("GET", "/revision/main", FakeHub.status(status));
        assertComplete(pull());
        assertThat(machine.pauses).hasSize(3);
    }

    @Test
    void asksForAFreshAddressWhenTheOneElsewhereHasExpired() throws IOException {
        hub.fault("GET", cdn(VISION), FakeHub.status(403));
        assertComplete(pull());
    }
}
