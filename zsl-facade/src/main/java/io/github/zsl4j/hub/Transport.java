package io.github.zsl4j.hub;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends requests to the hub and follows its redirects; the token goes to the endpoint only. Thread-safe.
 */
final class Transport {

    private static final int MOST_REDIRECTS = 5;

    private final HubOptions options;
    private final HttpClient http;

    Transport(HubOptions options) {
        this.options = options;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.timeout())
                .build();
    }

    Answer get(URI uri) throws TransientFailure {
        return follow(uri, request -> request.GET());
    }

    /**
     * Part of a file.
     *
     * @param range as in the header, such as {@code bytes=10-}; a server may ignore it
     */
    Answer get(URI uri, String range) throws TransientFailure {
        return follow(uri, request -> request.GET().header("Range", range));
    }

    /** Asks about a file. Where the hub describes it and sends us elsewhere for its content, that is the answer. */
    Answer head(URI uri) throws TransientFailure {
        return follow(uri, request -> request.method("HEAD", BodyPublishers.noBody()));
    }

    /** Adds to a request what is asked for. */
    @FunctionalInterface
    private interface Method {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer follow(URI start, Method method) throws TransientFailure {
        URI uri = start;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest request = method.of(request(uri)).build();
            HttpResponse<InputStream> response = exchange(request);
            Answer answer = new Answer(response, uri, isHub(uri), response.body());
            Optional<URI> next = redirect(answer);
            boolean described = request.method().equals("HEAD")
                    && answer.header("X-Linked-Etag").isPresent();
            if (next.isEmpty() || described && !isHub(next.get())) {
                return answer;
            }
            uri = next.get();
        }
        throw new ModelException(start + ": the server redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("User-Agent", UserAgent.VALUE)
                .header("Accept-Encoding", "identity"); // sizes and checksums are those of the plain file
        if (isHub(uri)) {
            options.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        }
        return request;
    }

    /** Whether an address has the endpoint's scheme, host and port. */
    private boolean isHub(URI uri) {
        URI hub = options.endpoint();
        return hub.getScheme().equalsIgnoreCase(uri.getScheme())
                && hub.getHost().equalsIgnoreCase(uri.getHost())
                && hub.getPort() == uri.getPort();
    }

    private static Optional<URI> redirect(Answer answer) {
        Optional<String> location = answer.header("Location");
        if (answer.status() / 100 != 3 || location.isEmpty()) {
            return Optional.empty();
        }
        URI from = answer.uri();
        URI to;
        try {
            to = from.resolve(location.get());
        } catch (IllegalArgumentException e) {
            throw new ModelException(from + ": the server redirects to '" + location.get() + "', no address", e);
        }
        boolean secure = "https".equalsIgnoreCase(to.getScheme());
        if (to.getHost() == null || !secure && !"http".equalsIgnoreCase(from.getScheme())) {
            throw new ModelException(from + ": the server redirects to " + to
                    + ", which is not https; nothing is fetched" + " from there");
        }
        return Optional.of(to);
    }

    /** Waits for the head of the answer. Not by the request's own timeout, which newer JDKs extend to the whole body. */
    private HttpResponse<InputStream> exchange(HttpRequest request) throws TransientFailure {
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, this::body);
        try {
            return answer.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TransientFailure(
                    request.uri().getHost() + ": no answer for "
                            + options.timeout().toSeconds() + " s",
                    e);
        } catch (ExecutionException e) {
            throw failure(request.uri(), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelException("The download was interrupted", e);
        }
    }

    private HttpResponse.BodySubscriber<InputStream> body(HttpResponse.ResponseInfo info) {
        boolean wanted = info.statusCode() == 200 || info.statusCode() == 206;
        return wanted ? new TimedBody(options.timeout()) : BodySubscribers.replacing(InputStream.nullInputStream());
    }

    private static TransientFailure failure(URI uri, Throwable e) {
        String host = uri.getHost();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                throw new UnavailableException(
                        host + ": this host is unknown; is there a connection to the network?", e);
            }
            if (cause instanceof SSLException) {
                throw new UnavailableException(host + ": no secure connection (" + cause.getMessage() + ")", e);
            }
        }
        String what = e instanceof ConnectException ? "no connection" : "the connection broke";
        return new TransientFailure(host + ": " + what + detail(e), e);
    }

    /** What an exception says in brackets, if it says anything. */
    static String detail(Throwable e) {
        return e instanceof IOException && e.getMessage() != null ? " (" + e.getMessage() + ")" : "";
    }
}
