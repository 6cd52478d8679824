package io.github.zsl4j.engine.djl;

import ai.djl.engine.Engine;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.error.ModelException;
import java.util.concurrent.Callable;

/**
 * Starts the engines. DJL configures them by system properties; one that the user has set is left as it is.
 *
 * <p>DJL unpacks PyTorch's native libraries into {@code pytorch/} of its cache directory ({@code ~/.djl.ai}, or what
 * {@code DJL_CACHE_DIR} or {@code ENGINE_CACHE_DIR} name) and keeps them; ONNX Runtime unpacks its own to the directory for
 * temporary files, and deletes them at the program's end.
 */
final class Engines {

    private Engines() {}

    /** @throws ModelException if the engine or its native library is missing; the message names the dependencies */
    static synchronized Engine start(NetworkOptions options) {
        String name = options.engine();
        try {
            return switch (name) {
                case NetworkOptions.ONNX_RUNTIME -> startOnnxRuntime();
                case NetworkOptions.PYTORCH -> startPyTorch(options.threads());
                default -> Engine.getEngine(name);
            };
        } catch (Exception | LinkageError e) {
            throw new ModelException(
                    "The engine '" + name + "' is not on the class path or cannot start here; add " + remedy(name)
                            + " (" + Failures.words(e) + ")",
                    e);
        }
    }

    /** What a thread does before it computes on an engine. */
    static Runnable preparation(Engine engine) {
        return engine.getEngineName().equals(NetworkOptions.PYTORCH) ? PyTorchThreads::prepare : () -> {};
    }

    /**
     * Where PyTorch is on the class path too, DJL would start it for arithmetic on ONNX Runtime's arrays, of which we do
     * none: a second or two, hundreds of megabytes, and a download where its native library is missing. DJL asks at every
     * call, so the property stays.
     */
    private static Engine startOnnxRuntime() {
        setUnlessSet("ai.djl.onnx.disable_alternative", "true");
        return Engine.getEngine(NetworkOptions.ONNX_RUNTIME);
    }

    /**
     * PyTorch's number of threads is one for the whole program. Its graph executor's optimisation compiles the network anew in
     * the first runs and for other shapes: a ViT of 22 million parameters on batches of 1 to 8 pictures took 1.5 to 1.7 times
     * as long with it. DJL asks at every call, so that property stays.
     */
    private static Engine startPyTorch(int threads) throws Exception {
        setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
        return during(
                "ai.djl.pytorch.num_threads",
                Integer.toString(threads),
                () -> during(
                        "ai.djl.pytorch.num_interop_threads", "1", () -> Engine.getEngine(NetworkOptions.PYTORCH)));
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Engine during(String property, String value, Callable<Engine> start) throws Exception {
        if (System.getProperty(property) != null) {
            return start.call();
        }
        System.setProperty(property, value);
        try {
            return start.call();
        } finally {
            System.clearProperty(property);
        }
    }

    private static String remedy(String engine) {
        return switch (engine) {
            case NetworkOptions.ONNX_RUNTIME ->
                "ai.djl.onnxruntime:onnxruntime-engine and com.microsoft.onnxruntime:onnxruntime";
            case NetworkOptions.PYTORCH ->
                "ai.djl.pytorch:pytorch-engine, ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu, the last"
                        + " with the classifier of this platform, such as linux-x86_64";
            default -> "the dependency that brings it, or use OnnxRuntime or PyTorch";
        };
    }
}
