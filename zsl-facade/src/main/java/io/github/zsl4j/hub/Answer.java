package io.github.zsl4j.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said in the end, after redirects.
 *
 * @param uri where it was said
 * @param fromHub whether that is the endpoint, and not a host that it sent us to
 * @param body empty unless the status is 200 or 206
 */
record Answer(HttpResponse<?> response, URI uri, boolean fromHub, InputStream body) implements AutoCloseable {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-");

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /**
     * The first byte of the file that the body holds.
     *
     * @param asked the byte that was asked for
     * @throws IOException if it is a later one
     */
    long start(long asked) throws IOException {
        if (status() != 206) {
            return 0;
        }
        Matcher range = CONTENT_RANGE.matcher(header("Content-Range").orElse(""));
        long start = range.lookingAt() ? Long.parseLong(range.group(1)) : Long.MAX_VALUE;
        if (start > asked) {
            throw new IOException("byte " + asked + " was asked for, and Content-Range is "
                    + header("Content-Range").orElse("missing"));
        }
        return start;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a stream of ours does not fail in closing", e);
        }
    }
}
