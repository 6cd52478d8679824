package io.github.zsl4j.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One repository on a hub of the test's own, which speaks the protocol as huggingface.co does: large files lie on another
 * host. Faults can be put before an answer.
 */
final class FakeHub implements AutoCloseable {

    static final String NAME = "owner/model";
    static final ModelReference MODEL = ModelReference.parse(NAME);
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** What a request was. */
    record Request(String method, String path, Headers headers, boolean elsewhere) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Answers in place of the hub. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else some answers wait 40 ms for an acknowledgement
    }

    private record Planned(String method, String path, Fault fault) {}

    private final HttpServer hub;
    private final HttpServer elsewhere;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-hub");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> large = new ArrayList<>();
    private final List<String> extraNames = new ArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Planned> faults = new CopyOnWriteArrayList<>();
    private volatile boolean ranges = true;
    private volatile String commit = COMMIT;

    FakeHub() throws IOException {
        hub = server(false);
        elsewhere = server(true);
    }

    private HttpServer server(boolean isElsewhere) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                serve(exchange, isElsewhere);
            } catch (IOException e) {
                // the client has gone, or a fault broke the connection
            }
        });
        server.start();
        return server;
    }

    /** A CLIP model of small files, in two towers. */
    static FakeHub clip() throws IOException {
        FakeHub hub = new FakeHub();
        hub.small("config.json", "{\"model_type\": \"clip\"}");
        hub.small("preprocessor_config.json", "{}");
        hub.small("tokenizer.json", "{\"tokens\": []}");
        hub.small("README.md", "---\nlicense: mit\n---\n# Model");
        hub.small("train.py", "print()");
        hub.large("onnx/vision_model.onnx", 300_000);
        hub.large("onnx/text_model.onnx", 200_000);
        hub.large("onnx/model.onnx", 500_000);
        return hub;
    }

    FakeHub small(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A file of some size that is unlike others. */
    FakeHub large(String name, int size) {
        byte[] content = new byte[size];
        new java.util.Random(name.hashCode()).nextBytes(content);
        return large(name, content);
    }

    FakeHub large(String name, byte[] content) {
        files.put(name, content);
        large.add(name);
        return this;
    }

    /** A name that is listed, and nothing more. */
    void list(String name) {
        extraNames.add(name);
    }

    void commit(String newCommit) {
        commit = newCommit;
    }

    void ignoreRanges() {
        ranges = false;
    }

    /** Puts a fault before the next answer to a request whose path ends so; several are met in turn. */
    FakeHub fault(String method, String pathEnd, Fault fault) {
        faults.add(new Planned(method, pathEnd, fault));
        return this;
    }

    /** An answer without content. */
    static Fault status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Announces all and breaks the connection after some bytes. */
    static Fault dropAfter(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
        };
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    /** Another host's address. */
    URI elsewhere(String path) {
        return URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + path);
    }

    byte[] content(String name) {
        return files.get(name);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests for a file's content, wherever they went. */
    List<Request> downloads(String name) {
        String path = large.contains(name) ? "/" + sha256(files.get(name)) : "/" + name;
        return requests.stream()
                .filter(r -> r.method().equals("GET") && r.path().endsWith(path))
                .toList();
    }

    HubOptions options(java.nio.file.Path cache) {
        return new HubOptions(endpoint(), cache, Optional.empty(), false, Duration.ofSeconds(5));
    }

    private void serve(HttpExchange exchange, boolean isElsewhere) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        requests.add(new Request(method, path, exchange.getRequestHeaders(), isElsewhere));
        for (Planned planned : faults) {
            if (planned.method().equals(method) && path.endsWith(planned.path()) && faults.remove(planned)) {
                planned.fault().answer(exchange, content(path, isElsewhere));
                return;
            }
        }
        if (isElsewhere) {
            send(exchange, content(path, true));
        } else if (path.startsWith("/api/models/" + NAME + "/revision/")) {
            describe(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else {
            resolve(exchange, path);
        }
    }

    private byte[] content(String path, boolean isElsewhere) {
        if (isElsewhere) {
            return large.stream()
                    .map(files::get)
                    .filter(content -> path.endsWith(sha256(content)))
                    .findFirst()
                    .orElse(new byte[0]);
        }
        return files.getOrDefault(
                path.substring(prefix().length() > path.length() ? 0 : prefix().length()), new byte[0]);
    }

    private String prefix() {
        return "/" + NAME + "/resolve/" + commit + "/";
    }

    private void describe(HttpExchange exchange, String revision) throws IOException {
        if (!List.of("main", "v1.0", "refs%2Fpr%2F1", commit).contains(revision)) {
            status(404, "X-Error-Code", "RevisionNotFound").answer(exchange, null);
            return;
        }
        JsonArray siblings = new JsonArray();
        List<String> names = new ArrayList<>(files.keySet());
        names.addAll(extraNames);
        for (String name : names) {
            JsonObject file = new JsonObject();
            file.addProperty("rfilename", name);
            siblings.add(file);
        }
        JsonObject model = new JsonObject();
        model.addProperty("id", NAME);
        model.addProperty("sha", commit);
        model.add("siblings", siblings);
        send(exchange, model.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void resolve(HttpExchange exchange, String path) throws IOException {
        if (!path.startsWith("/" + NAME + "/")) {
            status(404, "X-Error-Code", "RepoNotFound").answer(exchange, null);
            return;
        }
        String name = path.startsWith(prefix()) ? path.substring(prefix().length()) : "";
        byte[] content = files.get(name);
        if (content == null) {
            status(404, "X-Error-Code", "EntryNotFound").answer(exchange, null);
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Repo-Commit", commit);
        if (large.contains(name)) {
            headers.set("X-Linked-Etag", "\"" + sha256(content) + "\"");
            headers.set("X-Linked-Size", String.valueOf(content.length));
            headers.set("Location", elsewhere("/cdn/" + sha256(content)).toString());
            exchange.sendResponseHeaders(302, -1);
        } else {
            headers.set("ETag", "\"" + gitSha1(content) + "\"");
            send(exchange, content);
        }
    }

    private void send(HttpExchange exchange, byte[] content) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        byte[] part = content;
        int status = 200;
        if (range != null && ranges) {
            String[] bounds = range.substring("bytes=".length()).split("-");
            int from = Integer.parseInt(bounds[0]);
            if (from >= content.length) {
                headers.set("Content-Range", "bytes */" + content.length);
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            int to = bounds.length > 1 ? Math.min(content.length, Integer.parseInt(bounds[1]) + 1) : content.length;
            part = Arrays.copyOfRange(content, from, to);
            headers.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
            status = 206;
        }
        exchange.sendResponseHeaders(status, part.length == 0 ? -1 : part.length);
        exchange.getResponseBody().write(part);
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(content));
    }

    static String gitSha1(byte[] content) {
        MessageDigest digest = digest("SHA-1");
        digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        hub.stop(0);
        elsewhere.stop(0);
        threads.shutdownNow();
    }
}
