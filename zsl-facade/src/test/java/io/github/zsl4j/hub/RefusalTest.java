package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub refuses, in one line that says what to do. */
class RefusalTest extends HubTest {

    private static final String REVISION = "/revision/main";

    @Test
    void aModelThatIsNotThere() {
        assertThat(failure(client(), ModelReference.parse("owner/other")))
                .contains("owner/other", "no such model", hub.endpoint().toString(), "HF_TOKEN");
    }

    @Test
    void aRevisionThatIsNotThere() {
        assertThat(failure(client(), FakeHub.MODEL.withRevision("v9"))).contains("owner/model@v9", "no revision 'v9'");
    }

    @Test
    void aFileThatIsNotThere() {
        hub.list("modules.json");
        assertThat(failure()).contains("modules.json", "no such file");
    }

    @Test
    void aPrivateModelWithoutAToken() {
        hub.fault("GET", REVISION, FakeHub.status(401, "X-Error-Message", "Repository not found"));
        assertThat(failure()).contains("no such model", "private", "set HF_TOKEN");
    }

    @Test
    void aWrongToken() {
        hub.fault(
                "GET", REVISION, FakeHub.status(401, "X-Error-Message", "Invalid credentials in Authorization header"));
        assertThat(failure(client(withToken()), FakeHub.MODEL))
                .contains("token is wrong", "HF_TOKEN")
                .doesNotContain("hf_secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aGatedModel(int status) {
        hub.fault("HEAD", "config.json", FakeHub.status(status, "X-Error-Code", "GatedRepo"));
        assertThat(failure())
                .contains("config.json", "accept its conditions", hub.endpoint() + "/owner/model", "set HF_TOKEN");
    }

    @Test
    void whatIsForbidden() {
        hub.fault("GET", REVISION, FakeHub.status(403, "X-Error-Message", "Not for\tyou"));
        assertThat(failure(client(withToken()), FakeHub.MODEL))
                .contains("forbidden (Not for you)", "the token that is set does not give access");
    }

    @Test
    void otherStatuses() {
        hub.fault("GET", REVISION, FakeHub.status(418));
        assertThat(failure()).contains("HTTP 418");
        assertThat(machine.pauses).isEmpty();
    }

    @Test
    void tooManyRequestsAreRepeatedAfterThePauseAskedFor() throws IOException {
        hub.fault("GET", REVISION, FakeHub.status(429, "Retry-After", "7"));
        hub.fault("GET", REVISION, FakeHub.status(429, "RateLimit", "\"api\";r=0;t=55"));
        hub.fault("GET", REVISION, FakeHub.status(429));
        assertComplete(pull());
        assertThat(machine.pauses)
                .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(55), Duration.ofSeconds(2));
    }

    @Test
    void aPauseMayBeADate() {
        ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(soon);
        assertThat(StatusErrors.duration(date).orElseThrow()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(StatusErrors.duration("Thu, 1 Jan 1970 00:00:00 GMT")).contains(Duration.ZERO);
        assertThat(StatusErrors.duration("soon")).isEmpty();
    }

    @Test
    void aPauseThatIsTooLongIsSaidInstead() {
        hub.fault("GET", REVISION, FakeHub.status(429, "Retry-After", "3600"));
        assertThat(failure()).contains("too many requests", "3600 s");
        assertThat(machine.pauses).isEmpty();
    }

    @Test
    void aServerThatKeepsFailing() {
        for (int i = 0; i < 9; i++) {
            hub.fault("GET", REVISION, FakeHub.status(500));
        }
        assertThat(failure()).contains("the server failed (HTTP 500)", "5 times in a row");
        assertThat(machine.pauses).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 4000L);
    }

    @Test
    void aHostThatIsUnknown() {
        HubOptions nowhere = hub.options(cache).withEndpoint(URI.create("http://no-such-host.invalid"));
        assertThat(failure(client(nowhere), FakeHub.MODEL)).contains("no-such-host.invalid", "unknown");
        assertThat(machine.pauses).isEmpty();
    }

    @Test
    void aPortWhereNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        HubOptions nobody = hub.options(cache).withEndpoint(URI.create("http://127.0.0.1:" + port));
        assertThat(failure(client(nobody), FakeHub.MODEL)).contains("127.0.0.1: no connection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sign in</html>",
                "[]",
                "{}",
                "{\"sha\": \"../../x\", \"siblings\": []}",
                "{\"sha\": \"0123456789abcdef0123456789abcdef01234567\"}",
                "{\"sha\": 5, \"siblings\": [{}]}"
            })
    void anAnswerThatNoHubGives(String answer) {
        hub.fault("GET", REVISION, (exchange, content) -> {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        assertThat(failure()).contains(REVISION, "does not describe a model", "HF_ENDPOINT");
    }

    @Test
    void anAnswerNestedTooDeep() {
        hub.fault("GET", REVISION, (exchange, content) -> {
            byte[] bytes = "[".repeat(200_000).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        assertThat(failure()).contains("does not describe a model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1234\"", "../../evil", ""})
    void aFileWithoutAChecksum(String etag) {
        hub.fault("HEAD", "config.json", FakeHub.status(200, "ETag", etag, "Content-Length", "5"));
        assertThat(failure()).contains("config.json", "no checksum");
    }

    @Test
    void aFileWithoutASize() {
        String etag = "\"" + "a".repeat(40) + "\"";
        hub.fault(
                "HEAD",
                "config.json",
                FakeHub.status(
                        302,
                        "X-Linked-Etag",
                        etag,
                        "Location",
                        hub.elsewhere("/x").toString()));
        assertThat(failure()).contains("config.json", "how large");
    }
}
