package io.github.zsl4j.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests of the hub's protocol that a download needs. Thread-safe. */
final class HubClient {

    /** A repository of tens of thousands of files is described in less. */
    private static final int LONGEST_DESCRIPTION = 64 << 20;

    private final HubOptions options;
    private final Machine machine;
    private final Transport transport;
    private final StatusErrors errors;

    HubClient(HubOptions options, Machine machine) {
        this.options = options;
        this.machine = machine;
        this.transport = new Transport(options);
        this.errors = new StatusErrors(options);
    }

    /**
     * Which commit a revision is, and what files it has.
     *
     * @param attempts after which the hub counts as unavailable
     */
    Repository repository(ModelReference model, int attempts) {
        URI uri = uri("/api/models/" + model.repository() + "/revision/" + encode(model.revision()));
        return Attempts.repeat(machine, attempts, () -> {
            try (Answer answer = errors.check(model, model.toString(), transport.get(uri))) {
                byte[] json = answer.body().readNBytes(LONGEST_DESCRIPTION);
                return parse(uri, new String(json, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw broken(uri, e);
            }
        });
    }

    private static Repository parse(URI uri, String json) {
        try {
            JsonObject object = JsonParser.parseString(json).getAsJsonObject();
            String commit = object.get("sha").getAsString();
            List<String> files = new ArrayList<>();
            for (JsonElement file : object.getAsJsonArray("siblings")) {
                files.add(file.getAsJsonObject().get("rfilename").getAsString());
            }
            if (commit.matches("[0-9a-f]{40}")) {
                return new Repository(commit, files);
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw notAHub(uri, e);
        }
        throw notAHub(uri, null);
    }

    private static ModelException notAHub(URI uri, Throwable cause) {
        return new ModelException(
                uri
                        + ": the answer does not describe a model with a commit and its files; is HF_ENDPOINT a Hugging Face"
                        + " hub?",
                cause);
    }

    /** What the hub says about a file at a commit. */
    RemoteFile file(ModelReference model, String commit, String name) {
        URI uri = resolve(model, commit, name);
        return Attempts.repeat(machine, () -> {
            try (Answer answer = errors.check(model, model + ": " + name, transport.head(uri))) {
                return describe(uri, name, answer);
            }
        });
    }

    private static RemoteFile describe(URI uri, String name, Answer answer) {
        Optional<String> etag = answer.header("X-Linked-Etag").or(() -> answer.header("ETag"));
        Checksum checksum = etag.flatMap(Checksum::ofEtag)
                .orElseThrow(() ->
                        new ModelException(uri + ": the server gives no checksum (its ETag is " + etag.orElse("missing")
                                + "), so the file could not be verified; is HF_ENDPOINT a Hugging Face hub?"));
        String size = answer.header("X-Linked-Size")
                .or(() -> answer.header("Content-Length").filter(length -> answer.status() == 200))
                .orElse("missing");
        if (!size.matches("\\d{1,18}")) {
            throw new ModelException(
                    uri + ": the server does not say how large the file is (its size is " + size + ")");
        }
        return new RemoteFile(name, checksum, Long.parseLong(size));
    }

    /**
     * Opens a file from some byte on; whether the server does so, the status tells: 206 if it does, 200 if it begins at the
     * beginning, 416 if there is no such byte.
     */
    Answer open(ModelReference model, String commit, RemoteFile file, String range) throws TransientFailure {
        URI uri = resolve(model, commit, file.name());
        Answer answer = range.isEmpty() ? transport.get(uri) : transport.get(uri, range);
        return answer.status() == 416 ? answer : errors.check(model, model + ": " + file.name(), answer);
    }

    /** So many bytes of a file, whether or not the server can begin in the middle. */
    byte[] read(ModelReference model, String commit, RemoteFile file, long from, int length) {
        String range = "bytes=" + from + "-" + (from + length - 1);
        return Attempts.repeat(machine, () -> {
            try (Answer answer = open(model, commit, file, range)) {
                answer.body().skipNBytes(from - answer.start(from));
                byte[] bytes = answer.body().readNBytes(length);
                if (bytes.length < length) {
                    throw new IOException("only " + bytes.length + " of " + length + " bytes came");
                }
                return bytes;
            } catch (IOException e) {
                throw broken(resolve(model, commit, file.name()), e);
            }
        });
    }

    static TransientFailure broken(URI uri, IOException e) {
        return new TransientFailure(uri.getHost() + ": the connection broke" + Transport.detail(e), e);
    }

    URI resolve(ModelReference model, String commit, String name) {
        String path = Stream.of(name.split("/")).map(HubClient::encode).collect(Collectors.joining("/"));
        return uri("/" + model.repository() + "/resolve/" + commit + "/" + path);
    }

    private URI uri(String path) {
        return URI.create(options.endpoint() + path);
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
