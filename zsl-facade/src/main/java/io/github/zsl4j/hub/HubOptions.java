package io.github.zsl4j.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where models come from and where they are kept. Immutable and thread-safe.
 *
 * @param endpoint the hub's address, http or https
 * @param cache the folder of the {@code models--owner--name} folders; made when needed
 * @param token sent to the endpoint, and to no other host
 * @param offline whether only the cache is used
 * @param timeout the longest wait for a connection, an answer, or the next bytes of one; positive
 */
public record HubOptions(URI endpoint, Path cache, Optional<String> token, boolean offline, Duration timeout) {

    /** @throws IllegalArgumentException if the endpoint is no address of the web, or the timeout not positive */
    public HubOptions {
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(token, "token");
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException(
                    "The hub's endpoint is an address such as https://huggingface.co, not '" + endpoint + "'");
        }
        endpoint = URI.create(endpoint.toString().replaceAll("/+$", ""));
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The hub's timeout is positive, not " + timeout);
        }
    }

    /**
     * As Python's {@code huggingface_hub} reads the environment: {@code HF_ENDPOINT}; {@code HF_HUB_CACHE} (or
     * {@code HUGGINGFACE_HUB_CACHE}), else {@code hub} in {@code HF_HOME}, else in {@code ~/.cache/huggingface};
     * {@code HF_TOKEN}, else the file {@code HF_TOKEN_PATH} or {@code token} in {@code HF_HOME}; {@code HF_HUB_OFFLINE} or
     * {@code TRANSFORMERS_OFFLINE}; {@code HF_HUB_DOWNLOAD_TIMEOUT} in seconds.
     *
     * @throws io.github.zsl4j.error.ModelException if a variable makes no sense
     */
    public static HubOptions fromEnvironment() {
        return new HubEnvironment(System.getenv()).options();
    }

    public HubOptions withEndpoint(URI newEndpoint) {
        return new HubOptions(newEndpoint, cache, token, offline, timeout);
    }

    public HubOptions withCache(Path newCache) {
        return new HubOptions(endpoint, newCache, token, offline, timeout);
    }

    public HubOptions withToken(String newToken) {
        return new HubOptions(endpoint, cache, Optional.of(newToken), offline, timeout);
    }

    public HubOptions withOffline(boolean newOffline) {
        return new HubOptions(endpoint, cache, token, newOffline, timeout);
    }

    public HubOptions withTimeout(Duration newTimeout) {
        return new HubOptions(endpoint, cache, token, offline, newTimeout);
    }

    /** Without the token, which has no place in a log. */
    @Override
    public String toString() {
        return "HubOptions[endpoint=" + endpoint + ", cache=" + cache + ", token="
                + (token.isPresent() ? "***" : "none") + ", offline=" + offline + ", timeout=" + timeout + "]";
    }
}
