package io.github.zsl4j.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are those of huggingface_hub 1.33.0's constants under the same environment. */
class HubEnvironmentTest {

    @TempDir
    Path home;

    private HubOptions options(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new HubEnvironment(environment).options();
    }

    @Test
    void hasTheDefaultsOfPython() {
        HubOptions options = options();
        assertThat(options.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(options.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(options.token()).isEmpty();
        assertThat(options.offline()).isFalse();
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "XDG_CACHE_HOME=/xdg, /xdg/huggingface/hub",
        "XDG_CACHE_HOME=/xdg HF_HOME=/hf, /hf/hub",
        "HF_HOME=/hf HUGGINGFACE_HUB_CACHE=/old, /old",
        "HF_HOME=/hf HUGGINGFACE_HUB_CACHE=/old HF_HUB_CACHE=/new, /new",
        "HF_HOME= HF_HUB_CACHE=/new, /new",
        "HF_HUB_CACHE=$DISK/hub DISK=/disk, /disk/hub",
        "HF_HUB_CACHE=${DISK}/hub DISK=/disk, /disk/hub",
        "HF_HUB_CACHE=/x/$NOT_SET/hub, /x/$NOT_SET/hub"
    })
    void findsTheCache(String environment, Path cache) {
        assertThat(options(environment.split("[ =]", -1)).cache()).isEqualTo(cache);
    }

    @Test
    void writesTheHomeFolderOut() {
        assertThat(options("HF_HUB_CACHE", "~/hub").cache()).isEqualTo(home.resolve("hub"));
        assertThat(options("HF_HUB_CACHE", "/a/~/hub").cache()).isEqualTo(Path.of("/a/~/hub"));
    }

    @ParameterizedTest
    @CsvSource({
        "HF_HUB_OFFLINE=1, true",
        "HF_HUB_OFFLINE=yes, true",
        "HF_HUB_OFFLINE=True, true",
        "HF_HUB_OFFLINE=on, true",
        "TRANSFORMERS_OFFLINE=1, true",
        "HF_HUB_OFFLINE=0 TRANSFORMERS_OFFLINE=1, false",
        "HF_HUB_OFFLINE=false, false",
        "HF_HUB_OFFLINE=, false"
    })
    void knowsWhetherItIsOffline(String environment, boolean offline) {
        assertThat(options(environment.split("[ =]", -1)).offline()).isEqualTo(offline);
    }

    @Test
    void takesTheTokenOfTheEnvironmentFirst() throws IOException {
        Path file = Files.writeString(home.resolve("other"), " hf_file\r\n");
        assertThat(options("HF_TOKEN", " hf_env\n", "HF_TOKEN_PATH", file.toString())
                        .token())
                .contains("hf_env");
        assertThat(options("HUGGING_FACE_HUB_TOKEN", "hf_old").token()).contains("hf_old");
        assertThat(options("HF_TOKEN_PATH", file.toString()).token()).contains("hf_file");
        assertThat(options("HF_TOKEN", "hf_env", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")
                        .token())
                .isEmpty();
    }

    @Test
    void readsTheTokenThatALoginLeft() throws IOException {
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_login");
        assertThat(options().token()).contains("hf_login");
        assertThat(options("HF_HOME", home.toString()).token()).isEmpty();
        Files.writeString(home.resolve("token"), "\n");
        assertThat(options("HF_HOME", home.toString()).token()).isEmpty();
    }

    @Test
    void saysThatTheTokenCannotBeRead() {
        assertThatThrownBy(() -> options("HF_TOKEN_PATH", home.toString()))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(home.toString(), "token");
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        assertThat(options("HF_TOKEN", "hf_secret").toString())
                .doesNotContain("secret")
                .contains("***");
    }

    @Test
    void takesAnotherEndpointWithoutItsLastSlash() {
        assertThat(options("HF_ENDPOINT", "https://mirror.example/hf/").endpoint())
                .isEqualTo(URI.create("https://mirror.example/hf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror.example", "ftp://mirror.example", "https://", "https://a b", "file:///x"})
    void saysThatTheEndpointIsNone(String endpoint) {
        assertThatThrownBy(() -> options("HF_ENDPOINT", endpoint))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("HF_ENDPOINT", endpoint, "https://huggingface.co");
        if (!endpoint.contains(" ") && endpoint.length() > 8) {
            assertThatIllegalArgumentException().isThrownBy(() -> options().withEndpoint(URI.create(endpoint)));
        }
    }

    @Test
    void readsTheTimeout() {
        assertThat(options("HF_HUB_DOWNLOAD_TIMEOUT", "60").timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options("HF_HUB_DOWNLOAD_TIMEOUT", "0").timeout()).isEqualTo(Duration.ofSeconds(10));
        for (String wrong : new String[] {"soon", "-1", "1.5", "99999999999"}) {
            assertThatThrownBy(() -> options("HF_HUB_DOWNLOAD_TIMEOUT", wrong))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("HF_HUB_DOWNLOAD_TIMEOUT", wrong);
        }
    }

    @Test
    void refusesATimeoutThatIsNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> options().withTimeout(Duration.ZERO));
    }
}
