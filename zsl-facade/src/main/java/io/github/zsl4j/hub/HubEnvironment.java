package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads options from environment variables as huggingface_hub's {@code constants.py} and {@code utils/_auth.py} do, but
 * that a variable set to nothing counts as not set.
 */
final class HubEnvironment {

    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");
    private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
    private static final int DEFAULT_TIMEOUT_SECONDS = 10;

    private final Map<String, String> variables;

    HubEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    HubOptions options() {
        boolean offline = isTrue(first("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"));
        return new HubOptions(endpoint(), cache(), token(), offline, timeout());
    }

    private Optional<String> first(String... names) {
        return Stream.of(names)
                .map(variables::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static boolean isTrue(Optional<String> value) {
        return value.map(v -> TRUE.contains(v.toUpperCase(Locale.ROOT))).orElse(false);
    }

    private URI endpoint() {
        String value = first("HF_ENDPOINT").orElse(DEFAULT_ENDPOINT).strip();
        try {
            URI endpoint = URI.create(value);
            if (endpoint.getHost() != null && endpoint.getScheme().matches("(?i)https?")) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ModelException(
                "HF_ENDPOINT is '" + value + "'; an address such as " + DEFAULT_ENDPOINT + " is expected, or nothing");
    }

    private Duration timeout() {
        String name = "HF_HUB_DOWNLOAD_TIMEOUT";
        String value = first(name).orElse("0").strip();
        if (!value.matches("\\d{1,9}")) {
            throw new ModelException(name + " is '" + value + "'; a number of seconds is expected");
        }
        int seconds = Integer.parseInt(value);
        return Duration.ofSeconds(seconds == 0 ? DEFAULT_TIMEOUT_SECONDS : seconds);
    }

    private Path cache() {
        return path("HF_HUB_CACHE").or(() -> path("HUGGINGFACE_HUB_CACHE")).orElseGet(() -> home().resolve("hub"));
    }

    private Path home() {
        return path("HF_HOME")
                .orElseGet(() -> path("XDG_CACHE_HOME")
                        .orElseGet(() -> userHome().resolve(".cache"))
                        .resolve("huggingface"));
    }

    private Optional<String> token() {
        if (isTrue(first("HF_HUB_DISABLE_IMPLICIT_TOKEN"))) {
            return Optional.empty();
        }
        return first("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")
                .or(this::tokenFromFile)
                .map(token -> token.replaceAll("[\r\n]", "").strip())
                .filter(token -> !token.isEmpty());
    }

    private Optional<String> tokenFromFile() {
        Path file = path("HF_TOKEN_PATH").orElseGet(() -> home().resolve("token"));
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ModelException(file + ": the token for the hub cannot be read (" + e + ")", e);
        }
    }

    private Optional<Path> path(String variable) {
        return first(variable).map(value -> {
            try {
                return expand(value);
            } catch (InvalidPathException e) {
                throw new ModelException(variable + " is '" + value + "', which is no path here", e);
            }
        });
    }

    /** Home and variables, as Python's {@code expanduser} and {@code expandvars} write them out. */
    private Path expand(String value) {
        boolean inHome = value.equals("~") || value.startsWith("~/");
        String absolute = inHome ? userHome() + value.substring(1) : value;
        return Path.of(VARIABLE.matcher(absolute).replaceAll(match -> {
            String name = match.group(1) == null ? match.group(2) : match.group(1);
            return Matcher.quoteReplacement(variables.getOrDefault(name, match.group()));
        }));
    }

    private Path userHome() {
        return Path.of(first("HOME").orElse(System.getProperty("user.home")));
    }
}
