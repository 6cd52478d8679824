package io.github.zsl4j.engine.djl;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * How ONNX Runtime runs a network here: long, with changing batch sizes, called from many threads. A class of its own, so
 * that its types are touched only when this engine is asked for.
 *
 * <p>The arena of its allocator, which is on by default, stays on: a ViT of 22 million parameters on batches of 1 to 8
 * pictures from two threads ended at 270 to 300 MB with it and at 350 to 410 MB without, for the same time.
 */
final class OrtOptions {

    private OrtOptions() {}

    /** To be closed once the network is loaded. */
    static SessionOptions of(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        // The workers of other calls need the cores that a waiting thread would keep busy: with two threads in each of
        // two
        // calls, the same pictures took 13 to 18 % less of the processors.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        // A pattern is kept for every shape that was ever seen, and ours change; neither time nor memory showed a use
        // of it.
        options.setMemoryPatternOptimization(false);
        // Failures come to the caller as exceptions, not to the console.
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }
}
