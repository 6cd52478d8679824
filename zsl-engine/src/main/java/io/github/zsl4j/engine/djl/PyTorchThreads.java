package io.github.zsl4j.engine.djl;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Makes PyTorch's number of threads hold on the thread that calls it. OpenMP keeps that number for each thread, and PyTorch
 * sets it on one when it is first asked for it there. What oneDNN computes (convolutions, GELU) does not ask: on a thread that
 * did not start PyTorch it took as many threads as there are cores.
 */
final class PyTorchThreads {

    private static final ThreadLocal<Integer> NUMBER = ThreadLocal.withInitial(JniUtils::getNumThreads);

    private PyTorchThreads() {}

    /** To be called on the thread that computes, before it does. */
    static void prepare() {
        NUMBER.get();
    }
}
