package io.github.zsl4j.cli;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub with one model, {@code owner/model}, of small files. */
final class TinyHub implements AutoCloseable {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static final String FILES = "/owner/model/resolve/" + COMMIT + "/";

    private final HttpServer server;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    TinyHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        file("config.json", "{\"model_type\": \"clip\"}");
        file("README.md", "---\ntags: [x]\nlicense: apache-2.0\n---\n# A model");
        file("onnx/vision_model.onnx", "V".repeat(1_500_000));
        file("onnx/text_model.onnx", "T".repeat(500_000));
        file("onnx/model_fp16.onnx", "half");
        file("model.pt", "script");
    }

    void file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals("/api/models/owner/model/revision/main")) {
                send(
                        exchange,
                        new Gson()
                                .toJson(Map.of("sha", COMMIT, "siblings", siblings()))
                                .getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith(FILES) && files.containsKey(path.substring(FILES.length()))) {
                send(exchange, files.get(path.substring(FILES.length())));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private List<Map<String, String>> siblings() {
        return files.keySet().stream().map(name -> Map.of("rfilename", name)).toList();
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"" + gitSha1(content) + "\"");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private static String gitSha1(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
