package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RedirectTest extends HubTest {

    private static final String REVISION = "/revision/main";

    @Test
    void theTokenGoesToTheHubAndToNoOtherHost() throws IOException {
        assertComplete(client(withToken()).pull(FakeHub.MODEL, FileSelection.defaults(), DownloadListener.NONE));
        assertThat(hub.requests())
                .filteredOn(FakeHub.Request::elsewhere)
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isNull());
        assertThat(hub.requests())
                .filteredOn(r -> !r.elsewhere())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer hf_secret"));
    }

    @Test
    void noTokenMeansNoHeader() {
        pull();
        assertThat(hub.requests())
                .allSatisfy(r -> assertThat(r.header("Authorization")).isNull());
    }

    @Test
    void followsARenamedRepository() throws IOException {
        hub.fault(
                "GET",
                "/api/models/old/name/revision/main",
                FakeHub.status(307, "Location", "/api/models/owner/model" + REVISION));
        var client = new HubClient(hub.options(cache), machine);
        assertThat(client.repository(ModelReference.parse("old/name"), 1).commit())
                .isEqualTo(FakeHub.COMMIT);
    }

    @Test
    void followsTheHubsOwnRedirectToDescribeAFile() throws IOException {
        String path = "/owner/model/resolve/" + FakeHub.COMMIT + "/config.json";
        hub.fault("HEAD", "config.json", FakeHub.status(307, "Location", path));
        hub.fault("GET", "config.json", FakeHub.status(307, "Location", path));
        assertComplete(pull());
    }

    @Test
    void givesUpGoingRoundInCircles() {
        for (int i = 0; i < 20; i++) {
            hub.fault("GET", REVISION, FakeHub.status(302, "Location", "/api/models/owner/model" + REVISION));
        }
        assertThat(failure()).contains("redirects more than 5 times");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        hub.fault("GET", REVISION, FakeHub.status(302, "Location", "ht tp://x y"));
        assertThat(failure()).contains("redirects to 'ht tp://x y'");
    }

    @Test
    void refusesOtherSchemes() {
        hub.fault("GET", REVISION, FakeHub.status(302, "Location", "file:///etc/passwd"));
        assertThat(failure()).contains("file:///etc/passwd", "nothing is fetched");
    }
}
