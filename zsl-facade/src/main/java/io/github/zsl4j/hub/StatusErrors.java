package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the status of an answer means for the one who asked for a model. */
final class StatusErrors {

    private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);
    private static final Pattern RATE_LIMIT = Pattern.compile(";\\s*r=0\\s*;\\s*t=(\\d{1,9})");
    private static final int LONGEST_REASON = 200;

    private final HubOptions options;

    StatusErrors(HubOptions options) {
        this.options = options;
    }

    /**
     * Lets good answers pass; a redirect that was not followed is one.
     *
     * @param what was asked for, for messages: the model, or a file of it
     * @throws ModelException if asking again is of no use
     */
    Answer check(ModelReference model, String what, Answer answer) throws TransientFailure {
        if (answer.status() < 400) {
            return answer;
        }
        answer.close();
        if (TRANSIENT.contains(answer.status()) || !answer.fromHub()) { // an address elsewhere may have expired
            throw new TransientFailure(
                    answer.uri().getHost() + ": " + meaning(answer.status()) + " (HTTP " + answer.status() + ")",
                    retryAfter(answer));
        }
        throw new ModelException(what + ": " + explain(model, answer));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 429 -> "too many requests";
            case 408, 504 -> "the server took too long";
            default -> "the server failed";
        };
    }

    private String explain(ModelReference model, Answer answer) {
        String code = answer.header("X-Error-Code").orElse("");
        if (code.equals("GatedRepo")) {
            return "access must be asked for: accept its conditions at " + options.endpoint() + "/" + model.repository()
                    + tokenAdvice();
        }
        return switch (answer.status()) {
            case 401 -> unauthorised(code, answer);
            case 403 -> "access is forbidden" + reason(answer) + tokenAdvice();
            case 404 -> notFound(model, code);
            default -> "the server answers HTTP " + answer.status() + reason(answer);
        };
    }

    private String unauthorised(String code, Answer answer) {
        boolean refused = reason(answer).contains("Invalid credentials");
        if (refused || options.token().isPresent() && !code.equals("RepoNotFound")) {
            return "the token is wrong or has expired; check HF_TOKEN, or the file that holds it";
        }
        return noRepository();
    }

    private String notFound(ModelReference model, String code) {
        return switch (code) {
            case "RevisionNotFound" -> "there is no revision '" + model.revision() + "' of it";
            case "EntryNotFound" -> "there is no such file";
            default -> noRepository();
        };
    }

    private String noRepository() {
        return "there is no such model at " + options.endpoint() + ", or it is private" + tokenAdvice();
    }

    private String tokenAdvice() {
        return options.token().isPresent()
                ? "; the token that is set does not give access"
                : "; where a token is needed, set HF_TOKEN";
    }

    private static String reason(Answer answer) {
        return answer.header("X-Error-Message")
                .map(message -> message.replaceAll("\\p{Cntrl}", " "))
                .map(message -> " (" + message.substring(0, Math.min(LONGEST_REASON, message.length())) + ")")
                .orElse("");
    }

    /** In seconds or as a date (RFC 9110, 10.2.3), or the reset time of a used-up {@code RateLimit}. */
    private static Optional<Duration> retryAfter(Answer answer) {
        Optional<Duration> asked = answer.header("Retry-After").flatMap(StatusErrors::duration);
        return asked.or(() -> answer.header("RateLimit")
                .map(RATE_LIMIT::matcher)
                .filter(Matcher::find)
                .map(limit -> Duration.ofSeconds(Long.parseLong(limit.group(1)))));
    }

    static Optional<Duration> duration(String header) {
        String value = header.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
