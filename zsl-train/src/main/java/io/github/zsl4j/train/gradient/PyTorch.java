package io.github.zsl4j.train.gradient;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.error.ModelException;

/**
 * The engine that gradients are computed on, started on first use, offline: its native library must be on the class path.
 * It computes with one thread unless it has been started before or the system property {@code ai.djl.pytorch.num_threads}
 * is set: the sums of several threads are rounded otherwise on a machine with another number of them.
 */
final class PyTorch {

    private static final String NAME = "PyTorch";
    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private static Engine engine;

    private PyTorch() {}

    /** For one computation on the processor; the caller closes it. */
    static synchronized NDManager manager() {
        if (engine == null) {
            engine = start();
        }
        return engine.newBaseManager(Device.cpu());
    }

    private static Engine start() {
        try {
            return Offline.call(PyTorch::startWithThreads);
        } catch (RuntimeException | LinkageError e) {
            throw new ModelException(
                    "Training needs DJL's PyTorch engine, which is not on the class path or cannot start here; add"
                            + " ai.djl.pytorch:pytorch-jni and ai.djl.pytorch:pytorch-native-cpu, the latter with the"
                            + " classifier of this platform, such as linux-x86_64 (" + reason(e) + ")",
                    e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Engine startWithThreads() {
        if (System.getProperty(THREADS) != null) {
            return Engine.getEngine(NAME);
        }
        System.setProperty(THREADS, "1");
        try {
            return Engine.getEngine(NAME);
        } finally {
            System.clearProperty(THREADS);
        }
    }
}
