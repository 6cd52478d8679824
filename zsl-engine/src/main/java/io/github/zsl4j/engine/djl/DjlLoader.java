package io.github.zsl4j.engine.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.translate.NoopTranslator;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.zsl4j.engine.DeepStack;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkLoader;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Loads networks from files, on DJL. Public for {@link java.util.ServiceLoader}; see {@link Network#load}. */
public final class DjlLoader implements NetworkLoader {

    @Override
    public Network load(Path file, NetworkOptions options) {
        requireFile(file, options.engine());
        return DeepStack.call(() -> Offline.call(() -> loadOffline(file, options)));
    }

    private static void requireFile(Path file, String engine) {
        if (Files.isDirectory(file)) {
            throw new ModelException(file + ": this is a directory; name the network's file in it");
        }
        if (!Files.isReadable(file)) {
            throw new ModelException(file + ": there is no readable model file of this name");
        }
        try {
            FileKind.misfit(file, engine).ifPresent(problem -> {
                throw new ModelException(file + ": " + problem);
            });
        } catch (IOException e) {
            throw new ModelException(file + ": the model file cannot be read (" + e + ")", e);
        }
    }

    private static Network loadOffline(Path file, NetworkOptions options) {
        Engine engine = Engines.start(options);
        Device device = Devices.of(options.device(), engine);
        Model model = engine.newModel(file.getFileName().toString(), device);
        try {
            load(model, file, options);
            return new DjlNetwork(
                    file, model, Description.of(file, model), () -> model.newPredictor(new NoopTranslator(null)));
        } catch (Exception e) {
            model.close();
            throw new ModelException(
                    file + ": " + options.engine() + " cannot load this model; " + Failures.ofLoading(e), e);
        }
    }

    private static void load(Model model, Path file, NetworkOptions options) throws Exception {
        switch (options.engine()) {
            case NetworkOptions.ONNX_RUNTIME -> {
                try (SessionOptions session = OrtOptions.of(options.threads())) {
                    model.load(file, null, Map.of("sessionOptions", session));
                }
            }
            // A network that was traced on a GPU is moved to the device asked for.
            case NetworkOptions.PYTORCH -> model.load(file, null, Map.of("mapLocation", "true"));
            default -> model.load(file);
        }
    }
}
