package io.github.zsl4j.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShot;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.testkit.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the program inside the test, on a model that all tests share. */
final class Cli {

    static final Path PICTURES = Path.of("..", "docs", "pictures");

    private static ZeroShotModel shared;

    private Cli() {}

    record Result(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        List<JsonObject> objects() {
            return out.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
        }
    }

    static Result run(String... args) {
        return run(Terminal.NONE, InputStream.nullInputStream(), args);
    }

    static Result run(byte[] input, String... args) {
        return run(Terminal.NONE, new ByteArrayInputStream(input), args);
    }

    static Result run(Terminal terminal, String... args) {
        return run(terminal, InputStream.nullInputStream(), args);
    }

    private static Result run(Terminal terminal, InputStream in, String... args) {
        return run(terminal, in, Cli::model, args);
    }

    static Result run(ModelLoader models, String... args) {
        return run(Terminal.NONE, InputStream.nullInputStream(), models, args);
    }

    private static Result run(Terminal terminal, InputStream in, ModelLoader models, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Zsl.run(new Program(in, utf8(out), utf8(err), terminal, models), args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** A model that survives being closed. */
    static synchronized ZeroShotModel model(ModelOptions options) {
        if (shared == null) {
            shared = ZeroShot.load();
        }
        return ZeroShotModel.of(new Unclosed(shared.parts()), options);
    }

    /** No model: for what must be refused before one is loaded. */
    static ZeroShotModel none(ModelOptions options) {
        throw new AssertionError("A model is loaded for arguments that are wrong");
    }

    static String picture(String name) {
        return PICTURES.resolve(name).toString();
    }

    /** Writes a golden picture into a folder. */
    static Path golden(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), Golden.bytes("images/" + name));
    }
}
